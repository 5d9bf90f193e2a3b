package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.retrieval.Embedder;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** With vectors of three directions: witnesses, approvals, and whatever else. */
class MeaningCoverageTest {
    private static final class Topics implements Embedder {
        private int asked;

        @Override
        public String name() {
            return "topics/1";
        }

        @Override
        public float[] embed(String text) {
            asked++;
            String lower = text.toLowerCase(Locale.ROOT);
            float witness = lower.contains("vouch") || lower.contains("attest") ? 1 : 0;
            float approval = lower.contains("approv") || lower.contains("sign") ? 1 : 0;
            float other = witness + approval == 0 ? 1 : 0;
            float length = (float) Math.sqrt(witness + approval + other);
            return new float[] {witness / length, approval / length, other / length};
        }
    }

    private final Topics topics = new Topics();
    private final MeaningCoverage measure = new MeaningCoverage(topics);

    @Test
    void theNameSaysModelAndThreshold() {
        assertThat(measure.name()).isEqualTo("topics/1@0.55");
    }

    @Test
    void aSentenceOfTheSameMeaningCovers() {
        String explanation = "The deploy waits. Those accounts vouch for each other.";
        assertThat(measure.covers(explanation, "they attest in a ring")).isTrue();
        assertThat(measure.covers(explanation, "an admin signs")).isFalse();
    }

    @Test
    void anEmptyExplanationCoversNothing() {
        assertThat(measure.covers("", "they attest in a ring")).isFalse();
        assertThat(measure.covers(" \n\n ", "they attest in a ring")).isFalse();
    }

    @Test
    void phrasesOfThreeWordsOrMoreCountBesideTheirSentence() {
        assertThat(
                        MeaningCoverage.parts(
                                "It waits, since an admin must approve: so the law.\nSecond line."))
                .containsExactly(
                        "It waits, since an admin must approve: so the law.",
                        "since an admin must approve",
                        "so the law.",
                        "Second line.");
    }

    @Test
    void oneExplanationIsReadOnceForAllItsElements() {
        String explanation = "Those accounts vouch for each other.";
        List.of("one", "two", "three").forEach(each -> measure.covers(explanation, each));
        assertThat(topics.asked).isEqualTo(4);
    }
}
