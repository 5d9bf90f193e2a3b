package io.praetor.rollout.statistics;

import java.util.Arrays;

/**
 * Sample quantiles by linear interpolation between order statistics.
 *
 * <p>Source: definition 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996); the
 * default of R and NumPy.
 */
public final class Quantile {
    private Quantile() {}

    /**
     * @param share in [0, 1]
     */
    public static double of(double[] sample, double share) {
        if (sample.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "no quantile %s of %d values".formatted(share, sample.length));
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        double fraction = position - below;
        // An infinity marks what never happened: it is passed on, and never multiplied by zero.
        return fraction == 0 || sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + fraction * (sorted[above] - sorted[below]);
    }
}
