package io.praetor.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many validations an answer takes. */
class BoundTest {
    @Test
    void elevenValidationsWithoutAnErrorLetAPatternAnswer() {
        assertThat(Bound.of(10, 10)).isLessThan(Bound.ANSWERS);
        assertThat(Bound.of(11, 11)).isGreaterThanOrEqualTo(Bound.ANSWERS);
    }

    @Test
    void fiftyTwoWithoutAnErrorLetItAllowAtHighRisk() {
        assertThat(Bound.of(51, 51)).isLessThan(Bound.ALLOWS_AT_HIGH_RISK);
        assertThat(Bound.of(52, 52)).isGreaterThanOrEqualTo(Bound.ALLOWS_AT_HIGH_RISK);
    }

    @Test
    void nothingShowsNothing() {
        assertThat(Bound.of(0, 0)).isZero();
        assertThat(Bound.of(0, 5)).isZero();
    }

    @Test
    void oneErrorAsksForMore() {
        assertThat(Bound.of(11, 12)).isLessThan(Bound.ANSWERS);
        assertThat(Bound.of(19, 20)).isGreaterThanOrEqualTo(Bound.ANSWERS);
    }
}
