package io.praetor.rollout.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedTestTest {
    @Test
    void theWealthIsTheMeanOfTheProducts() {
        PairedTest test = PairedTest.START.plus(true, false).plus(true, true).plus(false, true);
        double better = 0;
        double worse = 0;
        for (double stake : new double[] {.1, .3, .6}) {
            better += (1 + stake * 1.02) * (1 + stake * .02) * (1 - stake * .98);
            worse += (1 - stake) * 1 * (1 + stake);
        }
        assertThat(test.evidenceFor()).isCloseTo(better / 3, within(1e-12));
        assertThat(test.evidenceAgainst()).isCloseTo(worse / 3, within(1e-12));
        assertThat(test.pairs()).isEqualTo(3);
    }

    private static double shareEverConvinced(double candidate, double standard, double limit) {
        SplittableRandom random = new SplittableRandom(4);
        int runs = 400;
        int convinced = 0;
        for (int run = 0; run < runs; run++) {
            PairedTest test = PairedTest.START;
            for (int pair = 0; pair < 1_500 && test.evidenceFor() < limit; pair++) {
                test = test.plus(random.nextDouble() < candidate, random.nextDouble() < standard);
            }
            convinced += test.evidenceFor() >= limit ? 1 : 0;
        }
        return (double) convinced / runs;
    }

    /** Looked at after every one of 1,500 labels, and still within alpha (room for 400 runs). */
    @Test
    void lookingAllTheTimeDoesNotPromoteACandidateWorseByTheMargin() {
        assertThat(shareEverConvinced(.86, .88, 20)).isLessThan(.08);
        assertThat(shareEverConvinced(.94, .88, 20)).isGreaterThan(.95);
    }

    /**
     * The probability of ever reaching the evidence within so many labels, without chance: the
     * wealth depends only on how often the candidate alone and the default alone was right, so it
     * is summed over all counts.
     */
    private static double exactlyEverConvinced(double candidate, double standard, int labels) {
        double gains = candidate * (1 - standard);
        double losses = standard * (1 - candidate);
        double[][] open = {{1}};
        double convinced = 0;
        for (int label = 1; label <= labels; label++) {
            double[][] next = new double[label + 1][label + 1];
            for (int gained = 0; gained < label; gained++) {
                for (int lost = 0; gained + lost < label; lost++) {
                    double mass = open[gained][lost];
                    next[gained + 1][lost] += mass * gains;
                    next[gained][lost + 1] += mass * losses;
                    next[gained][lost] += mass * (1 - gains - losses);
                }
            }
            for (int gained = 0; gained <= label; gained++) {
                for (int lost = 0; gained + lost <= label; lost++) {
                    if (wealth(gained, lost, label) >= 20) {
                        convinced += next[gained][lost];
                        next[gained][lost] = 0;
                    }
                }
            }
            open = next;
        }
        return convinced;
    }

    private static double wealth(int gained, int lost, int labels) {
        double sum = 0;
        for (double stake : new double[] {.1, .3, .6}) {
            sum +=
                    Math.pow(1 + stake * 1.02, gained)
                            * Math.pow(1 - stake * .98, lost)
                            * Math.pow(1 + stake * .02, labels - gained - lost);
        }
        return sum / 3;
    }

    private static double simulated(double candidate, double standard, int labels) {
        SplittableRandom random = new SplittableRandom(12);
        int runs = 4_000;
        int convinced = 0;
        for (int run = 0; run < runs; run++) {
            PairedTest test = PairedTest.START;
            for (int pair = 0; pair < labels && test.evidenceFor() < 20; pair++) {
                test = test.plus(random.nextDouble() < candidate, random.nextDouble() < standard);
            }
            convinced += test.evidenceFor() >= 20 ? 1 : 0;
        }
        return (double) convinced / runs;
    }

    @Test
    void theFalseAlarmRateIsTheExactOneAndUnderAlpha() {
        double worse = exactlyEverConvinced(.86, .88, 150);
        double equal = exactlyEverConvinced(.88, .88, 150);
        double better = exactlyEverConvinced(.96, .80, 150);
        assertThat(worse).isBetween(.001, .05);
        assertThat(equal).isGreaterThan(worse);
        assertThat(simulated(.86, .88, 150)).isCloseTo(worse, within(.008));
        assertThat(simulated(.96, .80, 150)).isCloseTo(better, within(.025));
    }

    /** Fair at the margin, whatever the two rates are; losing beyond it. */
    @Test
    void atTheMarginTheMeanOfABetIsOne() {
        for (double standard = .1; standard < 1; standard += .1) {
            double candidate = standard - PairedTest.MARGIN;
            double gains = candidate * (1 - standard);
            double losses = standard * (1 - candidate);
            double mean =
                    gains * PairedTest.START.plus(true, false).evidenceFor()
                            + losses * PairedTest.START.plus(false, true).evidenceFor()
                            + (1 - gains - losses)
                                    * PairedTest.START.plus(true, true).evidenceFor();
            assertThat(mean).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aCandidateThatIsWorseIsFoundOut() {
        SplittableRandom random = new SplittableRandom(6);
        PairedTest test = PairedTest.START;
        for (int pair = 0; pair < 600; pair++) {
            test = test.plus(random.nextDouble() < .75, random.nextDouble() < .90);
        }
        assertThat(test.evidenceAgainst()).isGreaterThan(20);
        assertThat(test.evidenceFor()).isLessThan(1);
    }

    @Test
    void theSharesOfAllCandidatesAddUpToAlpha() {
        double sum = 0;
        for (int ordinal = 1; ordinal <= 100_000; ordinal++) {
            sum += 1 / AlphaSplit.DEFAULT.evidenceMin(ordinal);
        }
        assertThat(sum).isLessThan(.05).isCloseTo(.05, within(1e-6));
        assertThat(AlphaSplit.DEFAULT.evidenceMin(1)).isCloseTo(40, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> AlphaSplit.DEFAULT.evidenceMin(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AlphaSplit(0));
    }
}
