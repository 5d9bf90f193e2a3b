package io.praetor.trainer.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.trainer.text.Vocabulary.Control;
import io.praetor.trainer.text.Vocabulary.Merge;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static final Vocabulary LEARNT =
            TokenizerLearner.learn(
                    List.of("allow deny allow deny", "require_mfa require_attestation", "allow"),
                    100);

    @Test
    void whatIsFrequentBecomesOneToken() {
        Tokenizer tokenizer =
                new Tokenizer(TokenizerLearner.learn(List.of("allow", "allow", "ally"), 4));
        assertThat(tokenizer.encode("allow")).hasSize(1);
        assertThat(tokenizer.encode("ally")).hasSize(2);
    }

    @Test
    void theFirstLearntPairIsMergedFirst() {
        var vocabulary = new Vocabulary(List.of(new Merge("b", "c"), new Merge("a", "b")));
        assertThat(new Tokenizer(vocabulary).encode("abc")).containsExactly((int) 'a', 256);
    }

    @Test
    void everyByteHasAToken() {
        assertThat(new Tokenizer(new Vocabulary(List.of())).encode("é\0"))
                .containsExactly(0xC3, 0xA9, 0);
    }

    @Test
    void whatLooksLikeAControlTokenIsText() {
        assertThat(new Tokenizer(LEARNT).encode("<|end|>"))
                .doesNotContain(LEARNT.id(Control.END))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aConversationStandsBetweenControlTokens() {
        Tokenizer tokenizer = new Tokenizer(LEARNT);
        List<Integer> chat = tokenizer.encodeChat("allow", "");
        assertThat(chat)
                .containsExactly(
                        LEARNT.id(Control.SYSTEM),
                        tokenizer.encode("allow").getFirst(),
                        LEARNT.id(Control.END),
                        LEARNT.id(Control.USER),
                        LEARNT.id(Control.END),
                        LEARNT.id(Control.ASSISTANT));
    }

    @Test
    void learningTwiceGivesTheSame() {
        List<String> texts = List.of("ab ab cd cd", "the cat, the hat");
        assertThat(TokenizerLearner.learn(texts, 9)).isEqualTo(TokenizerLearner.learn(texts, 9));
    }

    @Test
    void wordsTakeOneCharacterBeforeThemAndNumbersThreeDigits() {
        check("require_attestation", "require", "_attestation");
        check("trust: 70 to 80", "trust", ":", " ", "70", " to", " ", "80");
        check("12345", "123", "45");
        check("a\n\n b", "a", "\n\n", " b");
        check("fooBar don't", "foo", "Bar", " don't");
        check("{\"decision\":\"allow\"}", "{\"", "decision", "\":\"", "allow", "\"}");
        check("x   y  ", "x", "  ", " y", "  ");
    }

    private static void check(String text, String... pieces) {
        assertThat(PreSplit.of(text)).containsExactly(pieces);
    }
}
