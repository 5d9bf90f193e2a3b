package io.praetor.rollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntropyTest {
    /**
     * The counts of the example in R's package entropy (J. Hausser and K. Strimmer, JMLR 10, 2009):
     * 1.968382 by maximum likelihood, and 7 / 38 added for eight occupied classes of nineteen.
     */
    @Test
    void theCorrectionIsMillersAndMadows() {
        List<Integer> counts = List.of(4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1);
        assertThat(Entropy.millerMadow(counts)).isCloseTo(2.152592935, within(1e-9));
    }

    @Test
    void oneClassHasNoEntropyAndEqualSharesTheMost() {
        assertThat(Entropy.millerMadow(List.of(200, 0, 0))).isZero();
        assertThat(Entropy.millerMadow(List.of(50, 50, 50))).isEqualTo(Math.log(3));
        assertThat(Entropy.millerMadow(List.of(0, 0, 0))).isZero();
    }
}
