package io.praetor.rollout.credibility;

import java.util.Map;

/** How much each factor counts, as part of a family's configuration; the weights add up to 1. */
public record Weights(String version, Map<Factor, Double> shares) {
    /** Seed 004, section 5: safety and robustness matter more than raw performance. */
    public static final Weights DEFAULT =
            new Weights(
                    "seed-004",
                    Map.of(
                            Factor.GROWTH, .10,
                            Factor.BREADTH, .15,
                            Factor.AMPLIFICATION, .10,
                            Factor.SAFETY, .25,
                            Factor.ROBUSTNESS, .20,
                            Factor.COHERENCE, .20));

    /** Sums of decimal fractions miss 1 by less than this. */
    private static final double ROUNDING = 1e-9;

    public Weights {
        shares = Map.copyOf(shares);
        double sum = 0;
        for (Factor factor : Factor.values()) {
            Double share = shares.get(factor);
            if (share == null || !(share >= 0)) {
                throw new IllegalArgumentException("no weight for " + factor);
            }
            sum += share;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("weights add up to %s, not 1".formatted(sum));
        }
    }

    public double of(Factor factor) {
        return shares.getOrDefault(factor, 0.0);
    }
}
