package io.praetor.rules;

import io.praetor.policy.TrustSettings;
import io.praetor.situation.Trust;

/** Turns a trust tensor into the scalar that thresholds are compared with. */
final class TrustScale {
    /** What the scalar is where a dimension is absent; it is below every threshold. */
    static final double UNKNOWN = Double.NaN;

    /**
     * Sums of decimals are off in the last binary digits: the mean of .65, .70 and .75 would fall
     * short of .70. Twelve decimals are finer than any trust and coarser than that error.
     */
    private static final double GRAIN = 1e12;

    private final TrustSettings settings;

    TrustScale(TrustSettings settings) {
        this.settings = settings;
    }

    double scalar(Trust trust) {
        return settings.scalar(trust).orElse(UNKNOWN);
    }

    /**
     * Whether a scalar that passed {@code threshold} did so narrowly: it is within the margin, or
     * one dimension is, on either side. A threshold of 0 tests nothing that could be narrow.
     */
    boolean isNarrow(double scalar, Trust trust, double threshold) {
        return threshold > 0
                && scalar >= threshold
                && (isNear(scalar, threshold)
                        || isNear(trust.competence().orElse(UNKNOWN), threshold)
                        || isNear(trust.reliability().orElse(UNKNOWN), threshold)
                        || isNear(trust.integrity().orElse(UNKNOWN), threshold));
    }

    private boolean isNear(double value, double threshold) {
        return rounded(Math.abs(value - threshold)) < settings.margin();
    }

    private static double rounded(double value) {
        return Math.rint(value * GRAIN) / GRAIN;
    }
}
