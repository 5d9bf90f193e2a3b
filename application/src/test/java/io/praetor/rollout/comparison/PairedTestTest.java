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
