package io.praetor.review.agreement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Cohen's kappa of two raters who rated the same units.
 *
 * <p>Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
 * Measurement 20 (1960).
 */
public final class Kappa {
    private Kappa() {}

    /**
     * Empty where there is no unit, or both used one and the same category only.
     *
     * @param ratings two ranks a unit, the first rater's first
     */
    public static OptionalDouble of(Ratings ratings) {
        int count = ratings.units().size();
        double[] first = new double[ratings.categories()];
        double[] second = new double[ratings.categories()];
        double agreed = 0;
        for (List<Integer> unit : ratings.units()) {
            if (unit.size() != 2) {
                throw new IllegalArgumentException("kappa is about two raters");
            }
            first[unit.get(0)]++;
            second[unit.get(1)]++;
            agreed += unit.get(0).equals(unit.get(1)) ? 1 : 0;
        }
        double byChance = 0;
        for (int rank = 0; rank < first.length; rank++) {
            byChance += first[rank] * second[rank];
        }
        byChance /= (double) count * count;
        return count == 0 || byChance == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((agreed / count - byChance) / (1 - byChance));
    }
}
