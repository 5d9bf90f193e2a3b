package io.praetor.reasoning.precedent;

import io.praetor.policy.Condition;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Rule;
import io.praetor.policy.Waiver;
import io.praetor.reasoning.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the signals of a situation were taken into account; a number is nothing to read. */
final class Signals {
    private static final String ALL = "context.signals";

    private Signals() {}

    static boolean areRead(Question question, Evaluation.Applicable rules) {
        Map<String, ?> signals = question.situation().context().signals().values();
        List<Set<String>> inputs =
                question.policy().sections().stream()
                        .flatMap(section -> section.rules().stream())
                        .filter(rule -> rules.rules().contains(rule.id()))
                        .flatMap(Signals::inputs)
                        .toList();
        return signals.entrySet().stream()
                .allMatch(
                        signal ->
                                signal.getValue() instanceof String
                                        || inputs.stream()
                                                .anyMatch(it -> covers(it, signal.getKey())));
    }

    private static Stream<Set<String>> inputs(Rule rule) {
        return Stream.of(rule.when(), rule.waiver().map(Waiver::when))
                .flatMap(Optional::stream)
                .map(Condition::inputs);
    }

    private static boolean covers(Set<String> inputs, String signal) {
        return inputs.contains(ALL) || inputs.contains(ALL + "." + signal);
    }
}
