package io.praetor.rollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {
    private static Moments block(double... values) {
        Moments moments = Moments.NONE;
        for (double value : values) {
            moments = moments.plus(value);
        }
        return moments;
    }

    /**
     * SciPy 1.17 linregress over the five block means gives .0865; the error is the pooled variance
     * within blocks by four values a block by the spread of 0..4, which is 10.
     */
    @Test
    void slopeAndErrorAreThoseOfScipy() {
        Slope slope =
                Slope.of(
                        List.of(
                                block(.21, .35, -.4, .1),
                                block(.3, .15, .22, -.1),
                                block(.4, .1, .5, .05),
                                block(.2, .6, .45, .3),
                                block(.5, .1, .7, .2)));
        assertThat(slope.perBlock()).isCloseTo(.0865, within(1e-12));
        assertThat(slope.error()).isCloseTo(.03820176697, within(1e-10));
        assertThat(slope.shrunk()).isCloseTo(.07238221520, within(1e-10));
    }

    @Test
    void shrinkingLeavesASureSlopeAndLevelsADoubtfulOne() {
        assertThat(new Slope(-.05, 0).shrunk()).isEqualTo(-.05);
        assertThat(new Slope(.01, .1).shrunk()).isCloseTo(0, within(.0002));
        assertThat(new Slope(0, 0).shrunk()).isZero();
    }

    @Test
    void oneBlockIsNoLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> Slope.of(List.of(block(1, 2))));
    }
}
