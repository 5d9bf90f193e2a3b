package io.praetor.suite.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.policy.Effect;
import io.praetor.suite.Interval;
import io.praetor.suite.Proportion;
import io.praetor.suite.Scored;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    /**
     * The first: approval ratings of Agresti (Categorical Data Analysis, table 10.1), as R says.
     */
    @ParameterizedTest
    @CsvSource({
        "86, 150, 3.716e-05, 1e-8",
        "5, 15, 0.0413894653, 1e-9",
        "1, 9, 0.021484375, 1e-12",
        "6, 0, 0.03125, 1e-12",
        "7, 7, 1, 0",
        "0, 0, 1, 0",
    })
    void mcNemarAgreesWithPublishedValues(int first, int second, double p, double within) {
        assertThat(new McNemar(first, second).p()).isCloseTo(p, within(within));
    }

    @Test
    void mcNemarAgreesWithWholeNumbers() {
        for (int first = 0; first <= 40; first++) {
            for (int second = 0; second <= 40; second++) {
                double exact = Math.min(1, 2 * tail(Math.min(first, second), first + second));
                assertThat(new McNemar(first, second).p()).isCloseTo(exact, within(1e-12));
            }
        }
    }

    /** The lower tail of a fair binomial by Pascal's triangle in whole numbers. */
    private static double tail(int most, int trials) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i <= most; i++) {
            sum = sum.add(ways);
            ways = ways.multiply(BigInteger.valueOf(trials - i)).divide(BigInteger.valueOf(i + 1));
        }
        return sum.doubleValue() / BigInteger.TWO.pow(trials).doubleValue();
    }

    /** The bootstrap of a mean has the standard error sd / sqrt(n), so 1.96 of it on each side. */
    @Test
    void bootstrapAgreesWithTheNormalApproximation() {
        int[] differences = new int[400];
        for (int i = 0; i < 100; i++) {
            differences[i] = i < 60 ? 1 : -1;
        }
        double mean = 20 / 400.0;
        double deviation = Math.sqrt(100 / 400.0 - mean * mean);
        double half = 1.959964 * deviation / Math.sqrt(400);

        Interval interval = Bootstrap.meanOf(differences, new SplittableRandom(7));

        assertThat(interval.low()).isCloseTo(mean - half, within(0.004));
        assertThat(interval.high()).isCloseTo(mean + half, within(0.004));
        assertThat(Bootstrap.meanOf(differences, new SplittableRandom(7))).isEqualTo(interval);
    }

    @Test
    void equalRunsDoNotDiffer() {
        ReportedRun run = run(rights(20, 10), Effect.DENY);

        Comparison comparison = Comparison.of(run, run, new SplittableRandom(1));

        assertThat(comparison)
                .isEqualTo(
                        new Comparison(
                                new Proportion(10, 20),
                                new Proportion(10, 20),
                                0,
                                new Interval(0, 0),
                                new McNemar(0, 0),
                                List.of(),
                                List.of(),
                                List.of()));
        assertThat(comparison.verdict()).isEqualTo(Comparison.Verdict.SAME);
    }

    @Test
    void aFewFlipsShowNothingAndManyDo() {
        ReportedRun first = run(rights(60, 50), Effect.DENY);

        assertThat(compare(first, run(rights(60, 54), Effect.DENY)))
                .isEqualTo(Comparison.Verdict.NOT_SHOWN);
        assertThat(compare(first, run(rights(60, 60), Effect.DENY)))
                .isEqualTo(Comparison.Verdict.SECOND_BETTER);
        assertThat(compare(run(rights(60, 60), Effect.DENY), first))
                .isEqualTo(Comparison.Verdict.FIRST_BETTER);
    }

    @Test
    void scenariosOfOneRunOnlyAreNamedAndNotCounted() {
        ReportedRun first = run(rights(4, 4), Effect.DENY);
        ReportedRun second = run(rights(3, 1), Effect.ALLOW);

        assertThat(ComparisonText.write(Comparison.of(first, second, new SplittableRandom(1))))
                .isEqualTo(
                        """
                        no difference shown: chance explains as uneven a split
                        right: 100.0 % (3 of 3), then 33.3 % (1 of 3)
                        difference: -66.7 points (95 % interval -100.0 to +0.0)
                        only the first right: 2, only the second: 0; McNemar exact p = 0.5000
                          s0: deny -> allow (expected allow)
                          s1: deny -> deny, wrong (expected allow)
                          s2: deny -> deny, wrong (expected allow)
                        in one report only: s3
                        expected decision changed between the reports: s0, s1, s2
                        """
                                .replace("  s1: deny -> deny, wrong (expected allow)\n", "")
                                .replace("  s2: deny -> deny, wrong (expected allow)\n", ""));
    }

    private static Comparison.Verdict compare(ReportedRun first, ReportedRun second) {
        return Comparison.of(first, second, new SplittableRandom(1)).verdict();
    }

    private static boolean[] rights(int all, int right) {
        boolean[] rights = new boolean[all];
        java.util.Arrays.fill(rights, 0, right, true);
        return rights;
    }

    /** The right ones decide as expected, the others the other way round. */
    private static ReportedRun run(boolean[] rights, Effect expected) {
        List<RunEntry> entries = new ArrayList<>();
        for (int i = 0; i < rights.length; i++) {
            Effect wrong = expected == Effect.DENY ? Effect.ALLOW : Effect.DENY;
            Effect decision = rights[i] ? expected : wrong;
            entries.add(
                    new RunEntry(
                            "s" + i,
                            expected,
                            decision,
                            rights[i],
                            !rights[i] && decision == Effect.ALLOW,
                            false));
        }
        return new ReportedRun(new Scored("rules", "v", "p", "a", "m"), entries);
    }
}
