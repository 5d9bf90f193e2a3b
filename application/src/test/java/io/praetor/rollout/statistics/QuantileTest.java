package io.praetor.rollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileTest {
    /** NumPy 2.4, numpy.quantile of the same eight numbers. */
    @ParameterizedTest
    @CsvSource({"0, 1", ".1, 1", ".5, 3.5", ".95, 7.95", "1, 9"})
    void quantilesAreThoseOfNumpy(double share, double expected) {
        double[] sample = {3, 1, 4, 1, 5, 9, 2, 6};
        assertThat(Quantile.of(sample, share)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void whatNeverHappenedStaysInfinite() {
        double[] delays = {10, 20, Double.POSITIVE_INFINITY};
        assertThat(Quantile.of(delays, .5)).isEqualTo(20);
        assertThat(Quantile.of(delays, .6)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-.1, 1.1, Double.NaN})
    void aShareOutsideTheRangeIsRefused(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.of(new double[] {1}, share));
    }
}
