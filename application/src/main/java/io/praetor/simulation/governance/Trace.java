package io.praetor.simulation.governance;

import java.util.List;

/**
 * How a typical run went, evaluation by evaluation.
 *
 * @param trust the version's score until it was stopped, and its detectors
 * @param reference what the reference formula scored, had nobody stopped it
 * @param min the calibrated minimum of the score
 */
public record Trace(List<Reading> trust, List<Score> reference, double min) {
    public Trace {
        trust = List.copyOf(trust);
        reference = List.copyOf(reference);
    }

    /**
     * One evaluation.
     *
     * @param overrides how near the detector of overrides is to its limit, as a share of it; so the
     *     others
     */
    public record Reading(
            int episode, double score, double overrides, double flags, double rewards) {}

    public record Score(int episode, double score) {}
}
