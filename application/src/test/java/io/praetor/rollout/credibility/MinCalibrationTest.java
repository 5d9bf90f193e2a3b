package io.praetor.rollout.credibility;

import static io.praetor.rollout.Samples.INDEX;
import static io.praetor.rollout.Samples.anyCluster;
import static io.praetor.rollout.Samples.anyOutcome;
import static io.praetor.rollout.Samples.episode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.praetor.rollout.evidence.Matured;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MinCalibrationTest {
    private static List<Matured> baseline(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Matured> baseline = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            baseline.add(new Matured(episode(anyCluster(random)), anyOutcome(random, 0, .06)));
        }
        return baseline;
    }

    @Test
    void theMinimumLiesWhereOneHealthyWindowInAThousandDoes() {
        long seed = 5;
        List<Matured> baseline = baseline(seed, 1_000);
        double min = new MinCalibration(INDEX, 2_000).of(baseline, new SplittableRandom(seed));
        int below = 0;
        for (int run = 0; run < 1_000; run++) {
            EvidenceWindow window = new EvidenceWindow(INDEX.codebook());
            SplittableRandom random = new SplittableRandom(1_000_000 + run);
            for (int drawn = 0; drawn < 250; drawn++) {
                window.add(episode(anyCluster(random)), anyOutcome(random, 0, .06));
            }
            below += INDEX.of(window).score() < min ? 1 : 0;
        }
        assertThat(below / 1_000.0).as("seed %d", seed).isLessThan(.008);
        assertThat(min).isGreaterThan(Thresholds.DEFAULT.critical());
    }

    @Test
    void theSameSeedGivesTheSameMinimum() {
        MinCalibration calibration = new MinCalibration(INDEX, 2_000);
        List<Matured> baseline = baseline(8, 400);
        double first = calibration.of(baseline, new SplittableRandom(1));
        double again = calibration.of(baseline, new SplittableRandom(1));
        double other = calibration.of(baseline, new SplittableRandom(2));
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first).isCloseTo(first, within(.01));
    }

    @Test
    void theMinimumNeverLeavesItsPlaceBetweenCriticalAndPromote() {
        assertThat(Thresholds.DEFAULT.withMin(.1)).isEqualTo(new Thresholds(.3, .4, .4, .5));
        assertThat(Thresholds.DEFAULT.withMin(.9)).isEqualTo(new Thresholds(.3, .4, .5, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(.3, .5, .4, .6));
    }

    @Test
    void aShortBaselineAndFewDrawsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MinCalibration(INDEX, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new MinCalibration(INDEX, 2_000)
                                        .of(baseline(1, 399), new SplittableRandom(1)));
    }
}
