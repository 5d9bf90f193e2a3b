package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
    })
    void wilsonAgreesWithThePublishedIntervals(int hits, int of, double low, double high) {
        Interval interval = new Proportion(hits, of).wilson();

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void wilsonIsSymmetric() {
        Interval few = new Proportion(3, 40).wilson();
        Interval many = new Proportion(37, 40).wilson();

        assertThat(many.low()).isCloseTo(1 - few.high(), within(1e-12));
        assertThat(many.high()).isCloseTo(1 - few.low(), within(1e-12));
    }

    /** Exact binomial sums in rational arithmetic; 59 without a failure is the textbook 95/95. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.25886555",
        "1, 10, 0.39416330",
        "5, 20, 0.45558240",
        "0, 59, 0.04950761",
        "3, 400, 0.01926923",
        "7, 7, 1",
        "0, 0, 1",
    })
    void upperBoundIsExact(int hits, int of, double bound) {
        assertThat(new Proportion(hits, of).upperBound()).isCloseTo(bound, within(1e-8));
    }

    @Test
    void noneOfNoneSaysNothing() {
        assertThat(new Proportion(0, 0).share()).isEmpty();
        assertThat(new Proportion(0, 0).wilson()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void moreHitsThanTrialsAreRefused() {
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
