package io.praetor.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.praetor.trainer.model.PhiWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2019), matrices only. */
final class AdamW {
    private static final double BETA_1 = .9;
    private static final double BETA_2 = .98;
    private static final double EPSILON = 1e-8;

    private final PhiWeights weights;
    private final Recipe recipe;
    private final Map<String, Moments> moments = new LinkedHashMap<>();
    private int step;

    private record Moments(NDArray first, NDArray second) {}

    AdamW(PhiWeights weights, Recipe recipe, NDManager manager) {
        this.weights = weights;
        this.recipe = recipe;
        weights.tensors()
                .forEach(
                        (name, tensor) ->
                                moments.put(
                                        name,
                                        new Moments(
                                                manager.zeros(tensor.getShape()),
                                                manager.zeros(tensor.getShape()))));
    }

    /** Takes one step along the gradients and sets them to zero. */
    void update(NDManager scratch) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        double square = 0;
        for (var each : weights.tensors().entrySet()) {
            NDArray gradient = each.getValue().getGradient();
            gradient.attach(scratch);
            gradients.put(each.getKey(), gradient);
            square += gradient.mul(gradient).sum().getFloat();
        }
        double norm = Math.sqrt(square);
        if (!Double.isFinite(norm)) {
            throw new IllegalStateException(
                    "the gradient of step %d is not finite; take a lower rate".formatted(step));
        }
        double scale = norm > recipe.normMax() ? recipe.normMax() / norm : 1;
        gradients.forEach((name, gradient) -> update(name, gradient, scale));
        step++;
    }

    private void update(String name, NDArray gradient, double scale) {
        NDArray weight = weights.get(name);
        Moments moment = moments.get(name);
        if (moment == null) {
            throw new IllegalStateException("no moments of `%s`".formatted(name));
        }
        double rate = recipe.rate(step);
        NDArray scaled = gradient.mul(scale);
        moment.first().muli(BETA_1).addi(scaled.mul(1 - BETA_1));
        moment.second().muli(BETA_2).addi(scaled.mul(scaled).mul(1 - BETA_2));
        double firstBias = 1 - Math.pow(BETA_1, step + 1);
        double secondBias = 1 - Math.pow(BETA_2, step + 1);
        // On the gradient's side, so that what comes between belongs to the scratch manager.
        NDArray spread = gradient.mul(0).add(moment.second()).div(secondBias).sqrt().add(EPSILON);
        NDArray change = gradient.mul(0).add(moment.first()).div(spread).mul(rate / firstBias);
        if (weight.getShape().dimension() > 1) {
            weight.muli(1 - rate * recipe.decay());
        }
        weight.subi(change);
        gradient.muli(0);
    }
}
