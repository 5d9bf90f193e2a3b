package io.praetor.rollout.credibility;

import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Slope;

/**
 * Seed 004's formula read as it stands, on point estimates: the slope as seen, overrides and flags
 * as plain rates, and the mean of the positive changes of coherence. It is compared with, never
 * acted on: averaging positive parts pays for noise, and nothing in it sees the level of the
 * reward.
 */
public record ReferenceFormula(CredibilityIndex index) {
    public double of(EvidenceWindow window) {
        NormalisationBounds bounds = index.bounds();
        Tally tally = window.tally();
        Credibility ours = index.of(window);
        double slope = window.growth().map(Slope::perBlock).orElse(0.0);
        double overridden = tally.all().overrides().rate();
        double penalty = tally.all().flags().rate();
        Moments positive = window.positiveCoherence();
        return weighted(Factor.GROWTH, bounds.growth().normalise(slope))
                + weighted(Factor.SAFETY, bounds.safety().normalise(1 - overridden - penalty))
                + weighted(Factor.COHERENCE, bounds.coherence().normalise(positive.mean()))
                + weighted(Factor.BREADTH, ours.reading(Factor.BREADTH).normalised())
                + weighted(Factor.AMPLIFICATION, ours.reading(Factor.AMPLIFICATION).normalised())
                + weighted(Factor.ROBUSTNESS, ours.reading(Factor.ROBUSTNESS).normalised());
    }

    private double weighted(Factor factor, double value) {
        return index.weights().of(factor) * value;
    }
}
