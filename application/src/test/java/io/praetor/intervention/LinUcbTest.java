package io.praetor.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinUcbTest {
    /** Algorithm 1 as it is written: A and b summed up, A solved anew each time. */
    private static final class Reference {
        private final double[][] a = new double[Features.SIZE][Features.SIZE];
        private final double[] b = new double[Features.SIZE];

        Reference() {
            for (int index = 0; index < Features.SIZE; index++) {
                a[index][index] = 1;
            }
        }

        void learn(List<Double> x, double reward) {
            for (int row = 0; row < Features.SIZE; row++) {
                for (int column = 0; column < Features.SIZE; column++) {
                    a[row][column] += x.get(row) * x.get(column);
                }
                b[row] += reward * x.get(row);
            }
        }

        double promise(List<Double> x) {
            double[] vector = x.stream().mapToDouble(Double::doubleValue).toArray();
            double[] theta = solved(b);
            double[] spread = solved(vector);
            double expected = 0;
            double width = 0;
            for (int index = 0; index < Features.SIZE; index++) {
                expected += theta[index] * vector[index];
                width += spread[index] * vector[index];
            }
            return expected + LinUcb.ALPHA * Math.sqrt(width);
        }

        /** Gauss and Jordan, with the largest pivot. */
        private double[] solved(double[] right) {
            int size = Features.SIZE;
            double[][] m = new double[size][];
            for (int row = 0; row < size; row++) {
                m[row] = Arrays.copyOf(a[row], size + 1);
                m[row][size] = right[row];
            }
            for (int column = 0; column < size; column++) {
                int pivot = column;
                for (int row = column; row < size; row++) {
                    pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
                }
                double[] swapped = m[column];
                m[column] = m[pivot];
                m[pivot] = swapped;
                for (int row = 0; row < size; row++) {
                    double factor = row == column ? 0 : m[row][column] / m[column][column];
                    for (int rest = column; rest <= size; rest++) {
                        m[row][rest] -= factor * m[column][rest];
                    }
                }
            }
            double[] solution = new double[size];
            for (int row = 0; row < size; row++) {
                solution[row] = m[row][size] / m[row][row];
            }
            return solution;
        }
    }

    private static Features features(SplittableRandom random) {
        List<Double> values = new ArrayList<>();
        values.add(1.0);
        while (values.size() < Features.SIZE) {
            values.add(random.nextDouble(-1, 1));
        }
        return new Features(values);
    }

    @Test
    void itPromisesWhatTheAlgorithmAsWrittenPromises() {
        SplittableRandom random = new SplittableRandom(11);
        LinUcb bandit = LinUcb.FRESH;
        Reference reference = new Reference();
        for (int round = 0; round < 500; round++) {
            Features context = features(random);
            assertThat(bandit.promise(Intervention.TAKE_BREAK, context))
                    .as("seed 11, round %d", round)
                    .isCloseTo(reference.promise(context.values()), within(1e-9));
            double reward = random.nextDouble(-1, 1);
            bandit = bandit.after(Intervention.TAKE_BREAK, context, reward);
            reference.learn(context.values(), reward);
        }
        assertThat(bandit.revision()).isEqualTo(500);
    }

    @Test
    void itLearnsWhichArmHelpsAndKeepsToTheWhitelist() {
        SplittableRandom random = new SplittableRandom(12);
        LinUcb bandit = LinUcb.FRESH;
        Set<Intervention> all = EnumSet.allOf(Intervention.class);
        int helped = 0;
        for (int round = 0; round < 600; round++) {
            Features context = features(random);
            Intervention chosen = bandit.choose(all, context);
            double reward =
                    switch (chosen) {
                        case SURFACE_EVIDENCE -> .6;
                        case NONE -> 0;
                        default -> -.3;
                    };
            bandit = bandit.after(chosen, context, reward + .1 * random.nextGaussian());
            helped += round >= 300 && chosen == Intervention.SURFACE_EVIDENCE ? 1 : 0;
        }
        assertThat(helped).isGreaterThan(290);
        Features context = features(random);
        assertThat(bandit.choose(Set.of(Intervention.TAKE_BREAK), context))
                .isIn(Intervention.NONE, Intervention.TAKE_BREAK);
        assertThat(bandit.choose(Set.of(), context)).isEqualTo(Intervention.NONE);
    }

    @Test
    void whoKnowsNothingSuggestsNothing() {
        Features context = new Features(Collections.nCopies(Features.SIZE, .5));
        assertThat(LinUcb.FRESH.choose(EnumSet.allOf(Intervention.class), context))
                .isEqualTo(Intervention.NONE);
    }
}
