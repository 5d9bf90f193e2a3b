package io.praetor.trainer.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.praetor.trainer.model.PhiDecoder;
import io.praetor.trainer.model.PhiWeights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Trains all weights on examples, the loss on the answers only. The same weights, examples, recipe
 * and seed give the same result, bit for bit, on the same kind of processor.
 */
public final class BaseTraining {
    /** So many batches are drawn together and cut by length, which saves padding. */
    private static final int BATCHES_TOGETHER = 16;

    private final PhiWeights weights;
    private final PhiDecoder decoder;
    private final Recipe recipe;

    /** Hears of each step. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param step from 1
         * @param loss natural logarithm, mean over the tokens of the batch's answers
         * @param tokens of the batch
         */
        void step(int step, double loss, int tokens);
    }

    public BaseTraining(PhiWeights weights, Recipe recipe) {
        this.weights = weights;
        this.recipe = recipe;
        decoder = new PhiDecoder(weights);
    }

    public void run(List<Example> examples, long seed, NDManager manager, Progress progress) {
        weights.tensors().values().forEach(tensor -> tensor.setRequiresGradient(true));
        try (NDManager state = manager.newSubManager()) {
            AdamW optimizer = new AdamW(weights, recipe, state);
            RandomGenerator random = new Random(seed);
            List<List<Example>> batches = new ArrayList<>();
            for (int step = 1; step <= recipe.steps(); step++) {
                if (batches.isEmpty()) {
                    batches.addAll(batches(examples, random));
                }
                List<Example> batch = batches.removeLast();
                try (NDManager scratch = manager.newSubManager()) {
                    double loss = learn(batch, scratch);
                    optimizer.update(scratch);
                    progress.step(step, loss, batch.stream().mapToInt(Example::length).sum());
                }
            }
        }
        weights.tensors().values().forEach(tensor -> tensor.setRequiresGradient(false));
    }

    private double learn(List<Example> examples, NDManager scratch) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = loss(Batch.of(scratch, examples), scratch);
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    /** The mean loss over the answers, without learning. */
    public double loss(List<Example> examples, NDManager manager) {
        double sum = 0;
        int count = 0;
        for (int from = 0; from < examples.size(); from += recipe.batch()) {
            List<Example> part =
                    examples.subList(from, Math.min(from + recipe.batch(), examples.size()));
            try (NDManager scratch = manager.newSubManager()) {
                Batch batch = Batch.of(scratch, part);
                sum += loss(batch, scratch).getFloat() * (double) batch.targetCount();
                count += batch.targetCount();
            }
        }
        return sum / count;
    }

    private NDArray loss(Batch batch, NDManager scratch) {
        return decoder.logits(scratch, batch.tokens(), batch.positions())
                .logSoftmax(-1)
                .gather(batch.targets(), 1)
                .mean()
                .neg();
    }

    /** A handful of batches of similar length each, in random order. */
    private List<List<Example>> batches(List<Example> examples, RandomGenerator random) {
        List<Example> drawn = new ArrayList<>();
        for (int i = 0; i < recipe.batch() * BATCHES_TOGETHER; i++) {
            drawn.add(examples.get(random.nextInt(examples.size())));
        }
        drawn.sort(Comparator.comparingInt(Example::length));
        List<List<Example>> batches = new ArrayList<>();
        for (int from = 0; from < drawn.size(); from += recipe.batch()) {
            batches.add(drawn.subList(from, from + recipe.batch()));
        }
        for (int i = batches.size() - 1; i > 0; i--) {
            Collections.swap(batches, i, random.nextInt(i + 1));
        }
        return batches;
    }
}
