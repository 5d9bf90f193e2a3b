package io.praetor.reasoning.model;

import java.util.Locale;

/** Sentences for causes and reasons. */
final class Wording {
    /** Of a model's own words in an explanation. */
    private static final int WORDS_MAX = 400;

    private Wording() {}

    static String noAnswer(Belief belief) {
        return String.format(
                Locale.ROOT,
                "the model gives only %.3f of its belief to any answer",
                belief.mass());
    }

    /** Somebody else's words on one line, without control characters, bounded. */
    static String oneLine(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= WORDS_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WORDS_MAX)) + "...";
    }
}
