package io.praetor.rollout.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class EDetectorTest {
    private static final Ratio OVERRIDES = new Ratio.OfShare(List.of(.20));
    private static final Ratio FLAGS = new Ratio.OfShare(List.of(.03, .10));
    private static final Ratio REWARDS = new Ratio.OfMean(List.of(.1, .3, .6));

    /** The definition: for each possible start of the change, the product of all ratios since. */
    private static double byDefinition(Ratio ratio, double[] seen, double healthy) {
        double sum = 0;
        for (int bet = 0; bet < ratio.bets(); bet++) {
            for (int start = 0; start < seen.length; start++) {
                double product = 1;
                for (int index = start; index < seen.length; index++) {
                    product *= ratio.of(bet, seen[index], healthy);
                }
                sum += product;
            }
        }
        return sum / ratio.bets();
    }

    private static void check(Ratio ratio, double healthy, double[] seen) {
        EDetector detector = new EDetector(ratio.bets());
        for (double value : seen) {
            detector.observe(ratio, value, healthy);
        }
        double expected = byDefinition(ratio, seen, healthy);
        assertThat(detector.statistic()).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void theRecursionIsTheSumOverAllPossibleStarts() {
        SplittableRandom random = new SplittableRandom(17);
        for (int length = 1; length < 60; length++) {
            double[] marks = random.doubles(length).map(u -> u < .2 ? 1 : 0).toArray();
            check(OVERRIDES, .10, marks);
            check(FLAGS, .01, random.doubles(length).map(u -> u < .03 ? 1 : 0).toArray());
            check(REWARDS, .15, random.doubles(length, -1, 1).toArray());
        }
    }

    /** Bernoulli ratios by hand: .20/.10 for an override, .80/.90 for none. */
    @Test
    void threeObservationsByHand() {
        EDetector detector = new EDetector(1);
        detector.observe(OVERRIDES, 1, .10);
        assertThat(detector.statistic()).isCloseTo(2, within(1e-12));
        detector.observe(OVERRIDES, 0, .10);
        assertThat(detector.statistic()).isCloseTo(3 * .8 / .9, within(1e-12));
        detector.observe(OVERRIDES, 1, .10);
        assertThat(detector.statistic()).isCloseTo((3 * .8 / .9 + 1) * 2, within(1e-12));
    }

    private static double meanRunLength(
            Ratio ratio, double healthy, double limit, ToDoubleFunction<SplittableRandom> draw) {
        SplittableRandom random = new SplittableRandom(99);
        int runs = 400;
        long steps = 0;
        for (int run = 0; run < runs; run++) {
            EDetector detector = new EDetector(ratio.bets());
            while (detector.statistic() < limit) {
                detector.observe(ratio, draw.applyAsDouble(random), healthy);
                steps++;
            }
        }
        return (double) steps / runs;
    }

    /** At the very edge of health the mean time to an alarm at A is at least A (with 400 runs). */
    @Test
    void falseAlarmsAreAtLeastTheRunLengthApart() {
        double limit = 200;
        double room = .85;
        assertThat(meanRunLength(OVERRIDES, .10, limit, r -> r.nextDouble() < .10 ? 1 : 0))
                .isGreaterThan(limit * room);
        assertThat(meanRunLength(FLAGS, .01, limit, r -> r.nextDouble() < .01 ? 1 : 0))
                .isGreaterThan(limit * room);
        assertThat(meanRunLength(REWARDS, .15, limit, r -> r.nextDouble() < .575 ? 1 : -1))
                .isGreaterThan(limit * room);
    }

    /**
     * The mean run length by its own equation, V(m) = 1 + sum of p V((m + 1) L) with V = 0 at the
     * limit, solved on a grid; it shares nothing with the detector but the definition.
     */
    private static double solvedRunLength(double healthy, double bad, double limit) {
        int size = 4_000;
        double[] lengths = new double[size + 1];
        double change = 1;
        while (change > 1e-6) {
            change = 0;
            for (int index = size; index >= 0; index--) {
                double grown = limit * index / size + 1;
                double hit = valueAt(lengths, grown * bad / healthy / limit);
                double miss = valueAt(lengths, grown * (1 - bad) / (1 - healthy) / limit);
                double next = 1 + healthy * hit + (1 - healthy) * miss;
                change = Math.max(change, Math.abs(next - lengths[index]));
                lengths[index] = next;
            }
        }
        return lengths[0];
    }

    private static double valueAt(double[] lengths, double share) {
        if (share >= 1) {
            return 0;
        }
        double position = share * (lengths.length - 1);
        int below = (int) position;
        double fraction = position - below;
        return lengths[below] * (1 - fraction) + lengths[below + 1] * fraction;
    }

    @Test
    void theMeanRunLengthIsTheSolutionOfItsEquation() {
        double solved = solvedRunLength(.10, .20, 200);
        assertThat(solved).isGreaterThan(200);
        assertThat(meanRunLength(OVERRIDES, .10, 200, r -> r.nextDouble() < .10 ? 1 : 0))
                .isCloseTo(solved, within(.15 * solved));
    }

    /** What the promise rests on: at the edge of health a bet is fair, and inside it loses. */
    @Test
    void atTheEdgeOfHealthTheMeanOfARatioIsOne() {
        for (int bet = 0; bet < FLAGS.bets(); bet++) {
            assertThat(.01 * FLAGS.of(bet, 1, .01) + .99 * FLAGS.of(bet, 0, .01))
                    .isCloseTo(1, within(1e-12));
            assertThat(.005 * FLAGS.of(bet, 1, .01) + .995 * FLAGS.of(bet, 0, .01)).isLessThan(1);
        }
        for (int bet = 0; bet < REWARDS.bets(); bet++) {
            // Three rewards with mean .15, as unequal as can be.
            double mean =
                    .5 * REWARDS.of(bet, 1, .15)
                            + .2 * REWARDS.of(bet, -1, .15)
                            + .3 * REWARDS.of(bet, -.5, .15);
            assertThat(mean).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void dependenceBetweenObservationsDoesNotBreakThePromise() {
        double limit = 100;
        // Rewards come in alternating pairs that cancel: each mean is the healthy level.
        double[] last = {0};
        double length =
                meanRunLength(
                        REWARDS,
                        0,
                        limit,
                        random -> {
                            double next = last[0] == 0 ? (random.nextBoolean() ? .9 : -.9) : 0;
                            last[0] = next;
                            return next;
                        });
        assertThat(length).isGreaterThan(limit * .85);
    }

    @Test
    void anAlarmThatGoesOnStaysFinite() {
        EDetector detector = new EDetector(1);
        for (int index = 0; index < 10_000; index++) {
            detector.observe(OVERRIDES, 1, .10);
        }
        assertThat(detector.statistic()).isEqualTo(EDetector.STATISTIC_MAX);
    }

    @Test
    void settingsThatBetOnNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(.10, List.of(.05), List.of(.1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(.10, List.of(.20), List.of(.7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0, List.of(.20), List.of(.1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Double.NaN, List.of(.20), List.of(.1)));
    }

    private static DetectorSettings settings(
            double healthy, List<Double> bad, List<Double> lambdas) {
        return new DetectorSettings(healthy, bad, .01, List.of(.03), lambdas, 100);
    }
}
