package io.praetor.reasoning.precedent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression with a quadratic penalty, fitted by passes of AdaGrad in a fixed order: the
 * same examples give the same weights. Immutable once fitted.
 */
final class LinearModel {
    /** How far examples outweigh the penalty; chosen by cross-validation over the library. */
    private static final double TRUST_IN_EXAMPLES = .3;

    private static final int PASSES = 15;
    private static final double STEP = .3;

    private final Map<String, Integer> ids = new HashMap<>();
    private double[] weights = new double[0];
    private double bias;

    record Example(Map<String, Double> features, boolean isPositive) {}

    private LinearModel() {}

    static LinearModel fit(List<Example> examples) {
        LinearModel model = new LinearModel();
        List<int[]> indices = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        examples.forEach(example -> model.index(example.features(), indices, values));
        model.weights = new double[model.ids.size()];
        double[] frequency = new double[model.weights.length];
        for (int[] row : indices) {
            for (int id : row) {
                frequency[id]++;
            }
        }
        double[] squares = new double[model.weights.length];
        double[] biasSquare = {0};
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < examples.size(); i++) {
                double error =
                        sigmoid(model.raw(indices.get(i), values.get(i)))
                                - (examples.get(i).isPositive() ? 1 : 0);
                model.step(indices.get(i), values.get(i), error, frequency, squares);
                biasSquare[0] += error * error;
                model.bias -= STEP * error / Math.sqrt(1e-8 + biasSquare[0]);
            }
        }
        return model;
    }

    private void index(Map<String, Double> features, List<int[]> indices, List<double[]> values) {
        int[] row = new int[features.size()];
        double[] value = new double[features.size()];
        int at = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            row[at] = ids.computeIfAbsent(feature.getKey(), _ -> ids.size());
            value[at++] = feature.getValue();
        }
        indices.add(row);
        values.add(value);
    }

    private double raw(int[] row, double[] value) {
        double sum = bias;
        for (int i = 0; i < row.length; i++) {
            sum += weights[row[i]] * value[i];
        }
        return sum;
    }

    private void step(
            int[] row, double[] value, double error, double[] frequency, double[] squares) {
        for (int i = 0; i < row.length; i++) {
            int id = row[i];
            double gradient = error * value[i] + weights[id] / (TRUST_IN_EXAMPLES * frequency[id]);
            squares[id] += gradient * gradient;
            weights[id] -= STEP * gradient / Math.sqrt(1e-8 + squares[id]);
        }
    }

    /** The log-odds. */
    double score(Map<String, Double> features) {
        double sum = bias;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            Integer id = ids.get(feature.getKey());
            sum += id == null ? 0 : weights[id] * feature.getValue();
        }
        return sum;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
