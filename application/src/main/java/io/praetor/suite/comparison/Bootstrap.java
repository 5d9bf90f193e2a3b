package io.praetor.suite.comparison;

import io.praetor.suite.Interval;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The paired percentile bootstrap (Efron 1979) of a mean difference: resamples scenarios, so that
 * each keeps its pair of answers.
 */
final class Bootstrap {
    /** Enough that the ends of a 95 % interval move by well under a tenth of its width. */
    static final int RESAMPLES = 10_000;

    private Bootstrap() {}

    /** The 95 % interval of the mean of {@code differences}; of nothing it is [0, 0]. */
    static Interval meanOf(int[] differences, RandomGenerator random) {
        if (differences.length == 0) {
            return new Interval(0, 0);
        }
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            long sum = 0;
            for (int j = 0; j < differences.length; j++) {
                sum += differences[random.nextInt(differences.length)];
            }
            means[i] = (double) sum / differences.length;
        }
        Arrays.sort(means);
        int tail = (int) Math.round(RESAMPLES * 0.025);
        return new Interval(means[tail], means[RESAMPLES - 1 - tail]);
    }
}
