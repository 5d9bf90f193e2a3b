package io.praetor.rollout.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static Moments of(double... values) {
        Moments moments = Moments.NONE;
        for (double value : values) {
            moments = moments.plus(value);
        }
        return moments;
    }

    /** NumPy 2.4: mean and var(ddof=1) of the same four numbers. */
    @Test
    void meanAndVarianceAreThoseOfNumpy() {
        Moments moments = of(.1, .4, -.3, .25);
        assertThat(moments.mean()).isCloseTo(.1125, within(1e-15));
        assertThat(moments.variance()).isCloseTo(.090625, within(1e-15));
    }

    @Test
    void mergingPartsIsTheSameAsTheWhole() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(500, -1, 1).toArray();
        Moments whole = of(values);
        Moments merged =
                of(Arrays.copyOfRange(values, 0, 123))
                        .merge(Moments.NONE)
                        .merge(of(Arrays.copyOfRange(values, 123, 500)));
        assertThat(merged.count()).as("seed %d", seed).isEqualTo(whole.count());
        assertThat(merged.mean()).as("seed %d", seed).isCloseTo(whole.mean(), within(1e-12));
        assertThat(merged.squares()).as("seed %d", seed).isCloseTo(whole.squares(), within(1e-9));
    }

    @Test
    void oneValueBoundsNothing() {
        assertThat(of(.5).lower(Confidence.ONE_SIDED_95)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(of(.5).upper(Confidence.ONE_SIDED_95)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Moments.NONE.standardError()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNoneIsRefused(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.NONE.plus(value));
    }
}
