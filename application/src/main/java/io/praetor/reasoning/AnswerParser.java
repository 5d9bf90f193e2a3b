package io.praetor.reasoning;

import io.praetor.policy.Effect;
import io.praetor.reasoning.AnswerReading.Read;
import io.praetor.reasoning.AnswerReading.Unreadable;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a model's answer: strict about meaning, tolerant about form.
 *
 * <p>JSON, fenced JSON, headed, bulleted and bold lines come to the same. A label counts only in a
 * decision field; words elsewhere never decide. No decision, two different ones, or an echo of the
 * template is unreadable.
 */
public final class AnswerParser {
    /** Longer answers are not read: many times what the output contract allows. */
    static final int CHARACTERS_MAX = 32_768;

    private AnswerParser() {}

    public static AnswerReading read(String text) {
        if (text.length() > CHARACTERS_MAX) {
            return new Unreadable("longer than %d characters".formatted(CHARACTERS_MAX));
        }
        return switch (JsonFields.in(text)) {
            case JsonFields.Found found -> decide(withLines(found));
            case JsonFields.Broken broken -> new Unreadable(broken.cause());
            case JsonFields.None() -> decide(List.of(LineFields.in(text)));
        };
    }

    /** What stands beside the objects has to say the same, if it says anything. */
    private static List<Fields> withLines(JsonFields.Found found) {
        List<Fields> candidates = new ArrayList<>(found.fields());
        candidates.add(LineFields.in(found.rest()));
        return candidates;
    }

    /** Every object or outline of the answer has to say the same. */
    private static AnswerReading decide(List<Fields> candidates) {
        List<String> said =
                candidates.stream().flatMap(fields -> fields.all("decision").stream()).toList();
        if (said.isEmpty()) {
            return new Unreadable("no decision field");
        }
        Set<Optional<Effect>> labels =
                Stream.concat(
                                said.stream(),
                                candidates.stream().flatMap(fields -> fields.asides().stream()))
                        .map(DecisionLabel::read)
                        .collect(Collectors.toSet());
        if (labels.contains(Optional.<Effect>empty())) {
            return new Unreadable("the decision field names no single effect");
        }
        if (labels.size() > 1) {
            return new Unreadable("two different decisions");
        }
        Fields deciding =
                candidates.stream()
                        .filter(fields -> !fields.all("decision").isEmpty())
                        .findFirst()
                        .orElseThrow();
        return new Read(answer(labels.iterator().next().orElseThrow(), deciding));
    }

    private static Answer answer(Effect decision, Fields fields) {
        return new Answer(
                decision,
                fields.first("classification"),
                fields.first("risk_level")
                        .or(() -> fields.first("risk"))
                        .flatMap(risk -> Labels.read(RiskLevel.class, risk)),
                fields.first("reasoning"),
                fields.first("rationale"),
                fields.references());
    }
}
