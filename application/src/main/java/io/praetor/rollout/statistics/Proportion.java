package io.praetor.rollout.statistics;

/**
 * A count of hits among trials, with Wilson's score bounds.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22 (1927). Without trials the bounds are 0 and 1: nothing is known.
 */
public record Proportion(long hits, long trials) {
    public static final Proportion NONE = new Proportion(0, 0);

    public Proportion {
        if (hits < 0 || trials < hits) {
            throw new IllegalArgumentException(
                    "not a proportion: %d of %d".formatted(hits, trials));
        }
    }

    /** Hits by trials; 0 without trials. */
    public double rate() {
        return trials == 0 ? 0 : (double) hits / trials;
    }

    public double upper(double quantile) {
        return trials == 0 ? 1 : Math.clamp(centre(quantile) + spread(quantile), rate(), 1);
    }

    public double lower(double quantile) {
        return trials == 0 ? 0 : Math.clamp(centre(quantile) - spread(quantile), 0, rate());
    }

    public Proportion plus(Proportion other) {
        return new Proportion(hits + other.hits, trials + other.trials);
    }

    private double centre(double quantile) {
        double square = quantile * quantile;
        return (rate() + square / (2 * trials)) / (1 + square / trials);
    }

    private double spread(double quantile) {
        double square = quantile * quantile;
        double variance = rate() * (1 - rate()) / trials + square / (4.0 * trials * trials);
        return quantile * Math.sqrt(variance) / (1 + square / trials);
    }
}
