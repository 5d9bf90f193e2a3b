package io.praetor.review.agreement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Krippendorff's alpha for any number of raters, each of whom may have rated only some units: 1
 * where all agree, 0 where they agree as by chance.
 *
 * <p>Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
 */
public final class Alpha {
    private Alpha() {}

    /** Empty where no unit has two ratings, or only one category was ever used. */
    public static OptionalDouble of(Ratings ratings, Scale scale) {
        double[][] coincidences = coincidences(ratings);
        int categories = ratings.categories();
        double[] used = new double[categories];
        double all = 0;
        for (int one = 0; one < categories; one++) {
            for (int other = 0; other < categories; other++) {
                used[one] += coincidences[one][other];
            }
            all += used[one];
        }
        double observed = 0;
        double expected = 0;
        for (int one = 0; one < categories; one++) {
            for (int other = 0; other < categories; other++) {
                double difference = scale.difference(one, other, used);
                observed += coincidences[one][other] * difference;
                expected += used[one] * used[other] * difference;
            }
        }
        return expected == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (all - 1) * observed / expected);
    }

    /** How often two ratings of one unit paired, each unit weighing as many ratings as it has. */
    private static double[][] coincidences(Ratings ratings) {
        double[][] pairs = new double[ratings.categories()][ratings.categories()];
        for (List<Integer> unit : ratings.units()) {
            for (int one = 0; one < unit.size(); one++) {
                for (int other = 0; other < unit.size(); other++) {
                    if (one != other) {
                        pairs[unit.get(one)][unit.get(other)] += 1.0 / (unit.size() - 1);
                    }
                }
            }
        }
        return pairs;
    }
}
