package io.praetor.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Examples side by side.
 *
 * @param tokens [examples, length], padded with 0 behind each end
 * @param positions where the tokens of answers are foretold, in the flattened tokens
 * @param targets what stands there, [positions, 1]
 */
record Batch(NDArray tokens, NDArray positions, NDArray targets, int targetCount) {
    static Batch of(NDManager step, List<Example> examples) {
        int length = examples.stream().mapToInt(Example::length).max().orElseThrow();
        int targets = examples.stream().mapToInt(each -> each.answer().size()).sum();
        long[] tokens = new long[examples.size() * length];
        long[] positions = new long[targets];
        long[] wanted = new long[targets];
        int next = 0;
        for (int row = 0; row < examples.size(); row++) {
            Example example = examples.get(row);
            for (int at = 0; at < example.length(); at++) {
                tokens[row * length + at] = example.token(at);
            }
            for (int i = 0; i < example.answer().size(); i++) {
                positions[next] = (long) row * length + example.prompt().size() - 1 + i;
                wanted[next] = example.answer().get(i);
                next++;
            }
        }
        return new Batch(
                step.create(tokens, new Shape(examples.size(), length)),
                step.create(positions),
                step.create(wanted, new Shape(targets, 1)),
                targets);
    }
}
