package io.praetor.reasoning;

import io.praetor.reasoning.Answer.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The named fields of one answer, in order; names compare in lower case with underscores. */
final class Fields {
    /** Names under which models wrote the decision. */
    private static final List<String> DECISIONS = List.of("decision", "final_decision");

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<String> asides = new ArrayList<>();

    static String nameOf(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
        return DECISIONS.contains(name) ? "decision" : name;
    }

    void add(String name, String text) {
        texts.computeIfAbsent(nameOf(name), _ -> new ArrayList<>()).add(text.strip());
    }

    void add(Reference reference) {
        references.add(reference);
    }

    /**
     * A decision that stands deeper, in a part of the answer: it never decides, and may contradict.
     */
    void addAside(String decision) {
        asides.add(decision);
    }

    List<String> asides() {
        return asides;
    }

    List<String> all(String name) {
        return texts.getOrDefault(name, List.of());
    }

    Optional<String> first(String name) {
        return all(name).stream().filter(text -> !text.isEmpty()).findFirst();
    }

    List<Reference> references() {
        return references;
    }
}
