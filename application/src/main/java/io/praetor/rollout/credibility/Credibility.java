package io.praetor.rollout.credibility;

import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Proportion;
import java.util.Map;

/**
 * The score of a version at one moment, with everything it was computed from.
 *
 * @param score on conservative bounds, in [0, 1]; the {@code trust_score} that is acted on
 * @param point the same on point estimates, kept beside it
 * @param overrides by people, among reviewed episodes of the window
 * @param flags flagged among all episodes of the window
 * @param weights version of the weights
 * @param bounds version of the normalisation bounds
 */
public record Credibility(
        double score,
        double point,
        Map<Factor, Reading> factors,
        Proportion overrides,
        Proportion flags,
        Moments rewards,
        Moments coherence,
        Moments accuracy,
        Moments calibration,
        String weights,
        String bounds) {
    public Credibility {
        factors = Map.copyOf(factors);
    }

    public Reading reading(Factor factor) {
        return factors.getOrDefault(factor, Reading.NONE);
    }

    /** Episodes in the window. */
    public long episodes() {
        return flags.trials();
    }

    /**
     * One factor, three ways.
     *
     * @param raw in the factor's own unit
     * @param normalised the raw value in [0, 1]
     * @param bounded its conservative bound in [0, 1]
     */
    public record Reading(double raw, double normalised, double bounded) {
        /** Nothing was observed. */
        static final Reading NONE = new Reading(0, 0, 0);
    }
}
