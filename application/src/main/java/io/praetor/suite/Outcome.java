package io.praetor.suite;

/**
 * A scenario with its answer and how that was marked.
 *
 * @param latencyNanos from the admitted request to the decision, its recording included where a
 *     decider records
 */
public record Outcome(Scenario scenario, Answer answer, Marks marks, long latencyNanos) {}
