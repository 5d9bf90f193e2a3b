package io.praetor.reasoning.prompt;

import io.praetor.policy.Effect;
import io.praetor.retrieval.Precedent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decided case that a model is shown.
 *
 * @param situation as a tree of JSON values
 * @param references ids of the clauses that determined it, most telling first
 * @param validator who confirmed it
 */
public record Example(
        String id,
        Map<String, @Nullable Object> situation,
        String reasoning,
        Effect decision,
        String rationale,
        List<String> references,
        String validator) {
    public Example {
        references = List.copyOf(references);
    }

    static Example of(Precedent precedent) {
        Map<String, @Nullable Object> situation =
                new LinkedHashMap<>(
                        SituationTree.of(precedent.situation(), SituationTree.EVENTS_MAX));
        return new Example(
                precedent.id(),
                situation,
                precedent.evidence().stream().map(Example::told).collect(Collectors.joining(" ")),
                precedent.effect(),
                precedent.rationale(),
                precedent.clauses().stream().map(Object::toString).toList(),
                precedent.version());
    }

    private static String told(Precedent.Evidence evidence) {
        return evidence.clause()
                .filter(_ -> evidence.bears())
                .map(clause -> "\"%s\" is a matter of %s.".formatted(evidence.sentence(), clause))
                .orElseGet(() -> "\"%s\" changes nothing.".formatted(evidence.sentence()));
    }

    /** The case with the answer it should have got, in the form of the output contract. */
    String shown() {
        Map<String, Object> answer = new LinkedHashMap<>();
        Optional.of(reasoning)
                .filter(it -> !it.isBlank())
                .ifPresent(it -> answer.put("reasoning", it));
        answer.put("decision", decision.label());
        answer.put("rationale", rationale);
        answer.put("policy_references", references);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("example", id);
        tree.put("situation", situation);
        tree.put("answer", answer);
        return DataJson.of(tree);
    }
}
