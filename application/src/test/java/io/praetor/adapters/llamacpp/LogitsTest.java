package io.praetor.adapters.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitsTest {
    @Test
    void numbersThatAreNoneAreGarbage() {
        for (float odd :
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> Logits.of(new float[] {0, odd}))
                    .isInstanceOfSatisfying(
                            LanguageModelException.class,
                            failure -> assertThat(failure.failure()).isEqualTo(Failure.GARBAGE))
                    .hasMessageContaining("token 1");
        }
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertThat(Logits.of(new float[] {3e4f, 3e4f}).logTotal())
                .isCloseTo(3e4 + Math.log(2), within(1e-9));
    }

    @Test
    void theFirstOfEqualsIsLikeliest() {
        assertThat(Logits.likeliest(new float[] {1, 2, 2})).isEqualTo(1);
    }

    @Test
    void drawsByProbabilityAndNeverWhatIsRefused() {
        float[] values = {(float) Math.log(3), Float.NEGATIVE_INFINITY, 0};
        var random = new Random(5);
        int[] counts = new int[values.length];
        for (int turn = 0; turn < 10_000; turn++) {
            counts[Logits.drawn(values, 1, random)]++;
        }
        assertThat(counts[1]).isZero();
        assertThat(counts[0] / 10_000d).isCloseTo(.75, within(.02));
    }
}
