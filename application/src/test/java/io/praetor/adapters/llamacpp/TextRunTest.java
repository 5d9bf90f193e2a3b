package io.praetor.adapters.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRunTest {
    @Test
    void sentencesAreNeverCut() {
        assertThat(TextRun.isSafe("the owner is away, so nobody deploys. ".repeat(100))).isTrue();
        assertThat(TextRun.isSafe("{\"role\":\"owner\",\"trust\":0.91}".repeat(100))).isTrue();
    }

    @Test
    void wordsWithoutEndAreCut() {
        for (String word : new String[] {"x", " ", "!", "\n", "/\n", "1", "\u00e9a", "x\u0301"}) {
            assertThat(TextRun.isSafe(word.repeat(201))).as(word).isFalse();
        }
        assertThat(TextRun.isSafe("x".repeat(200))).isTrue();
    }

    @Test
    void lettersThatSomeTakeForSignsBeginNoWord() {
        assertThat(TextRun.isSafe("!\u0561".repeat(150))).isFalse();
        assertThat(TextRun.isSafe("\u2e2fa".repeat(150))).isFalse();
    }
}
