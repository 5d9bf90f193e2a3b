package io.praetor.intervention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one arm learnt: ridge regression of the reward on the features, as the inverse of A = I +
 * sum of x x' and b = sum of reward x. Updating is O(d^2), by Sherman and Morrison.
 *
 * @param inverse of A, row by row
 * @param trained episodes
 */
public record LinearArm(List<List<Double>> inverse, List<Double> b, long trained) {
    public LinearArm {
        inverse = inverse.stream().map(List::copyOf).toList();
        b = List.copyOf(b);
    }

    /** Knows nothing: A is the identity. */
    public static LinearArm fresh(int size) {
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            List<Double> values = new ArrayList<>(Collections.nCopies(size, 0.0));
            values.set(row, 1.0);
            rows.add(values);
        }
        return new LinearArm(rows, Collections.nCopies(size, 0.0), 0);
    }

    /** theta x, the reward that the features promise. */
    public double expected(List<Double> x) {
        return dot(times(b), x);
    }

    /** sqrt(x' inverse x), how little is known there. */
    public double width(List<Double> x) {
        return Math.sqrt(Math.max(0, dot(times(x), x)));
    }

    /** The arm after one more reward for the features. */
    public LinearArm after(List<Double> x, double reward) {
        List<Double> ax = times(x);
        double scale = 1 + dot(ax, x);
        List<List<Double>> rows = new ArrayList<>();
        List<Double> sum = new ArrayList<>();
        for (int row = 0; row < x.size(); row++) {
            List<Double> values = new ArrayList<>();
            for (int column = 0; column < x.size(); column++) {
                double less = ax.get(row) * ax.get(column) / scale;
                values.add(inverse.get(row).get(column) - less);
            }
            rows.add(values);
            sum.add(b.get(row) + reward * x.get(row));
        }
        return new LinearArm(rows, sum, trained + 1);
    }

    private List<Double> times(List<Double> vector) {
        return inverse.stream().map(row -> dot(row, vector)).toList();
    }

    private static double dot(List<Double> one, List<Double> other) {
        double sum = 0;
        for (int index = 0; index < one.size(); index++) {
            sum += one.get(index) * other.get(index);
        }
        return sum;
    }
}
