package io.praetor.review.agreement;

import io.praetor.review.Estimate;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The percentile bootstrap over units (Efron and Tibshirani 1993, chapter 13), from a fixed seed,
 * so that the same ratings give the same interval.
 */
final class Bootstrap {
    private static final int RESAMPLES = 1_000;
    private static final double TAIL = .025;

    /** Draws from fewer units hardly differ, which says nothing of how little is known. */
    private static final int UNITS_MIN = 5;

    /** Agreement cannot be lower or higher. */
    private static final double LOWEST = -1;

    private Bootstrap() {}

    static Estimate of(Ratings ratings, Function<Ratings, OptionalDouble> figure, long seed) {
        int count = ratings.units().size();
        OptionalDouble value = figure.apply(ratings);
        if (value.isEmpty() || count < UNITS_MIN) {
            return new Estimate(value, LOWEST, 1, count);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] found =
                random.ints(RESAMPLES, 0, Integer.MAX_VALUE)
                        .mapToObj(each -> places(new SplittableRandom(each), count))
                        .map(places -> figure.apply(ratings.drawn(places)))
                        .flatMapToDouble(OptionalDouble::stream)
                        .sorted()
                        .toArray();
        return new Estimate(value, quantile(found, TAIL), quantile(found, 1 - TAIL), count);
    }

    private static int[] places(SplittableRandom random, int count) {
        int[] places = new int[count];
        Arrays.setAll(places, _ -> random.nextInt(count));
        return places;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
