package io.praetor.reasoning.prompt;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.retrieval.Passages;
import io.praetor.retrieval.Precedent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Chooses the examples a model is shown: retrieved precedents first, the library's own where there
 * are too few, and of each decision in turn, so that no answer is suggested by mere number.
 */
final class ExampleChoice {
    private ExampleChoice() {}

    /** At most {@link Passages#PRECEDENTS_MAX}, the first to keep first. */
    static List<Example> of(List<Precedent> precedents, List<Example> library, PolicySet policy) {
        List<Example> chosen =
                new ArrayList<>(
                        inTurn(
                                precedents.stream().map(Example::of).toList(),
                                Passages.PRECEDENTS_MAX));
        List<Example> fitting =
                library.stream().filter(example -> citesOnly(example, policy)).toList();
        chosen.addAll(inTurn(fitting, Passages.PRECEDENTS_MAX - chosen.size()));
        return chosen;
    }

    /** An example that cites what this law does not say would teach to invent. */
    private static boolean citesOnly(Example example, PolicySet policy) {
        return example.references().stream()
                .allMatch(id -> policy.clauses().containsKey(new ClauseId(id)));
    }

    private static List<Example> inTurn(List<Example> examples, int max) {
        Map<Effect, Deque<Example>> byDecision = new EnumMap<>(Effect.class);
        examples.forEach(
                example ->
                        byDecision
                                .computeIfAbsent(example.decision(), _ -> new ArrayDeque<>())
                                .add(example));
        List<Example> chosen = new ArrayList<>();
        while (chosen.size() < max && !byDecision.isEmpty()) {
            Iterator<Deque<Example>> turns = byDecision.values().iterator();
            while (turns.hasNext() && chosen.size() < max) {
                Deque<Example> left = turns.next();
                chosen.add(left.remove());
                if (left.isEmpty()) {
                    turns.remove();
                }
            }
        }
        return chosen;
    }
}
