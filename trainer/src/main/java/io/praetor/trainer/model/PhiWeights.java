package io.praetor.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A decoder's trained tensors by name, in the manager's memory. Closed with its manager. */
public final class PhiWeights {
    /** Spread of initial weights; what adds to the stream is scaled down by the number of adds. */
    private static final double SPREAD = .04;

    private final PhiShape shape;
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();

    private PhiWeights(PhiShape shape) {
        this.shape = shape;
    }

    /** Fresh weights, drawn in the order of the names. */
    public static PhiWeights random(PhiShape shape, RandomGenerator random, NDManager manager) {
        Map<String, float[]> values = new LinkedHashMap<>();
        shape.tensors()
                .forEach(
                        (name, dimensions) -> {
                            float[] drawn = new float[(int) PhiShape.product(dimensions)];
                            if (dimensions.length == 1) {
                                Arrays.fill(drawn, 1);
                            } else {
                                fill(drawn, spread(name, shape), random);
                            }
                            values.put(name, drawn);
                        });
        return of(shape, values, manager);
    }

    private static double spread(String name, PhiShape shape) {
        boolean isAdded = name.contains("attn_output") || name.contains("ffn_down");
        return isAdded ? SPREAD / Math.sqrt(2.0 * shape.blocks()) : SPREAD;
    }

    private static void fill(float[] drawn, double spread, RandomGenerator random) {
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (random.nextGaussian() * spread);
        }
    }

    public static PhiWeights of(PhiShape shape, Map<String, float[]> values, NDManager manager) {
        PhiWeights weights = new PhiWeights(shape);
        shape.tensors()
                .forEach(
                        (name, dimensions) -> {
                            float[] numbers = values.get(name);
                            if (numbers == null || numbers.length != PhiShape.product(dimensions)) {
                                throw new IllegalArgumentException(
                                        "tensor `%s` is missing or not %s"
                                                .formatted(name, Arrays.toString(dimensions)));
                            }
                            weights.tensors.put(
                                    name, manager.create(numbers, new Shape(dimensions)));
                        });
        return weights;
    }

    public PhiShape shape() {
        return shape;
    }

    public NDArray get(String name) {
        NDArray tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("no tensor `%s`".formatted(name));
        }
        return tensor;
    }

    /** The tensors themselves, in fixed order. */
    public Map<String, NDArray> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** A copy outside the manager's memory. */
    public Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> values.put(name, tensor.toFloatArray()));
        return values;
    }
}
