package io.praetor.rollout.statistics;

/**
 * Count, mean and sum of squared deviations of a sample, updated one value at a time; two of them
 * merge.
 *
 * <p>Source: B. P. Welford, Technometrics 4 (1962); merging after T. F. Chan, G. H. Golub and R. J.
 * LeVeque, COMPSTAT 1982.
 *
 * @param squares sum of squared deviations from the mean
 */
public record Moments(long count, double mean, double squares) {
    public static final Moments NONE = new Moments(0, 0, 0);

    public Moments plus(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("sample value is not finite: " + value);
        }
        double delta = value - mean;
        double centre = mean + delta / (count + 1);
        return new Moments(count + 1, centre, squares + delta * (value - centre));
    }

    public Moments merge(Moments other) {
        long total = count + other.count;
        if (total == 0) {
            return NONE;
        }
        double delta = other.mean - mean;
        double centre = mean + delta * other.count / total;
        double between = delta * delta * count * other.count / total;
        return new Moments(total, centre, squares + other.squares + between);
    }

    /** Unbiased; 0 for fewer than two values. */
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    public double deviation() {
        return Math.sqrt(variance());
    }

    /**
     * The normal lower bound of the mean. Negative infinity for fewer than two values: a spread
     * that was not seen bounds nothing.
     */
    public double lower(double quantile) {
        return count < 2 ? Double.NEGATIVE_INFINITY : mean - quantile * standardError();
    }

    /** As {@link #lower}, from above. */
    public double upper(double quantile) {
        return count < 2 ? Double.POSITIVE_INFINITY : mean + quantile * standardError();
    }

    public double standardError() {
        return count == 0 ? Double.POSITIVE_INFINITY : deviation() / Math.sqrt((double) count);
    }
}
