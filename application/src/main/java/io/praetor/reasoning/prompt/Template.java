package io.praetor.reasoning.prompt;

import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.SourceText;
import io.praetor.situation.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with slots. What fills a slot is not looked through again, so a filling cannot open one.
 */
final class Template {
    private static final Pattern OPENING = Pattern.compile("\\{\\{(?:\\s*([^{}\n]*?)\\s*}})?");

    private final String source;
    private final List<Part> parts;

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Filled(Slot slot) implements Part {}

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    /** Reports each slot that is unknown, not closed, or not allowed here. */
    static Template parse(PolicySource file, Set<Slot> allowed, Problems problems) {
        List<Part> parts = new ArrayList<>();
        String text = file.text();
        Matcher opening = OPENING.matcher(text);
        int from = 0;
        while (opening.find()) {
            parts.add(new Literal(text.substring(from, opening.start())));
            slot(file, opening, allowed, problems).ifPresent(slot -> parts.add(new Filled(slot)));
            from = opening.end();
        }
        parts.add(new Literal(text.substring(from)));
        return new Template(text, parts);
    }

    private static Optional<Slot> slot(
            PolicySource file, Matcher opening, Set<Slot> allowed, Problems problems) {
        int index = file.text().codePointCount(0, opening.start());
        var position = SourceText.of(file).position(index);
        String name = opening.group(1);
        if (name == null) {
            problems.error(position, "`{{` opens a slot that no `}}` on this line closes");
            return Optional.empty();
        }
        Optional<Slot> slot = Labels.read(Slot.class, name);
        List<String> known = allowed.stream().sorted().map(Slot::label).toList();
        if (slot.isEmpty()) {
            problems.unknown(position, "slot", name, known);
        } else if (!allowed.contains(slot.get())) {
            problems.error(
                    position,
                    "`{{%s}}` may not stand in this file; here may stand: %s"
                            .formatted(name, known.isEmpty() ? "none" : String.join(", ", known)));
        }
        return slot;
    }

    boolean has(Slot slot) {
        return parts.contains(new Filled(slot));
    }

    /** How often a slot stands here. */
    long count(Slot slot) {
        return parts.stream().filter(new Filled(slot)::equals).count();
    }

    String filled(Map<Slot, String> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> text.append(literal.text());
                case Filled filled -> text.append(values.getOrDefault(filled.slot(), "null"));
            }
        }
        return text.toString();
    }

    /** As it was written. */
    String source() {
        return source;
    }
}
