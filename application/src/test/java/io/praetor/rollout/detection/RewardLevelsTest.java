package io.praetor.rollout.detection;

import static io.praetor.rollout.Samples.CODEBOOK;
import static io.praetor.rollout.Samples.READS;
import static io.praetor.rollout.Samples.WRITES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.praetor.rollout.statistics.Moments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewardLevelsTest {
    @Test
    void aLevelIsTheLowerBoundOfItsClusterLessTheToleratedLoss() {
        // Mean .2, standard deviation .4 and n 100: the error is .04.
        Moments reads = new Moments(100, .2, .16 * 99);
        RewardLevels levels = RewardLevels.of(CODEBOOK, Map.of(READS, reads));
        assertThat(levels.levels().getFirst())
                .isCloseTo(.2 - 2.3263478740408408 * .04 - .02, within(1e-12));
    }

    @Test
    void aClusterNobodySawExpectsTheOverallLevel() {
        Moments reads = new Moments(100, .2, .16 * 99);
        RewardLevels levels =
                RewardLevels.of(CODEBOOK, Map.of(READS, reads, WRITES, Moments.NONE.plus(.9)));
        assertThat(levels.levels().get(1)).isEqualTo(levels.levels().get(2));
    }

    @Test
    void withoutABaselineTheLowestLevelIsExpected() {
        assertThat(RewardLevels.of(CODEBOOK, Map.of()).levels())
                .containsOnly(RewardLevels.LEVEL_MIN);
    }

    @Test
    void aLevelAtWhichABetCouldBeLostWholeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RewardLevels(List.of(-.61)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RewardLevels(List.of(Double.NaN)));
        double worstFactor =
                new Ratio.OfMean(List.of(DetectorSettings.LAMBDA_MAX))
                        .of(0, 1, RewardLevels.LEVEL_MIN);
        assertThat(worstFactor).isPositive();
    }
}
