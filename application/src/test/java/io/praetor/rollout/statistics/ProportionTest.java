package io.praetor.rollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, .2553, .3662",
        "15, 148, .0624, .1605",
        "0, 20, 0, .1611",
        "1, 29, .0061, .1718"
    })
    void boundsAreThoseOfNewcombesTable(long hits, long trials, double lower, double upper) {
        Proportion proportion = new Proportion(hits, trials);
        assertThat(proportion.lower(Confidence.TWO_SIDED_95)).isCloseTo(lower, within(5e-5));
        assertThat(proportion.upper(Confidence.TWO_SIDED_95)).isCloseTo(upper, within(5e-5));
    }

    @Test
    void withoutTrialsNothingIsKnown() {
        assertThat(Proportion.NONE.rate()).isZero();
        assertThat(Proportion.NONE.lower(Confidence.ONE_SIDED_95)).isZero();
        assertThat(Proportion.NONE.upper(Confidence.ONE_SIDED_95)).isOne();
    }

    @Test
    void boundsStayBetweenZeroAndOne() {
        for (int trials = 1; trials < 50; trials++) {
            for (int hits = 0; hits <= trials; hits++) {
                Proportion proportion = new Proportion(hits, trials);
                assertThat(proportion.lower(Confidence.ONE_SIDED_99))
                        .isBetween(0.0, proportion.rate());
                assertThat(proportion.upper(Confidence.ONE_SIDED_99))
                        .isBetween(proportion.rate(), 1.0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "0, -1"})
    void moreHitsThanTrialsIsRefused(long hits, long trials) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(hits, trials));
    }
}
