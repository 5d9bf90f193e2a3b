package io.praetor.suite;

import java.util.List;

/**
 * A scenario with its answer and how that was marked.
 *
 * @param latencyNanos from the admitted request to the decision, its recording included where a
 *     decider records
 * @param repeats the decisions when the same was asked again, as labels; empty where it was not
 */
public record Outcome(
        Scenario scenario, Answer answer, Marks marks, long latencyNanos, List<String> repeats) {
    public Outcome {
        repeats = List.copyOf(repeats);
    }

    /** Whether the same question got two different decisions. */
    public boolean isVaried() {
        return repeats.stream().anyMatch(label -> !label.equals(answer.label()));
    }
}
