package io.praetor.trainer.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The split of o200k's vocabulary before any pair is merged, as llama.cpp's pre-tokeniser {@code
 * gpt-4o} performs it: words with one leading character, up to three digits, runs of punctuation,
 * line breaks, spaces. Upper case ends where ASCII lower case begins.
 */
final class PreSplit {
    private static final String ENDING =
            "(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])?";

    private static final Pattern PIECES =
            Pattern.compile(
                    "[^\\r\\n\\p{L}\\p{N}]?(?:(?=\\p{L})[^a-z])*(?:(?=\\p{L})[^A-Z])+"
                            + ENDING
                            + "|[^\\r\\n\\p{L}\\p{N}]?(?:(?=\\p{L})[^a-z])+(?:(?=\\p{L})[^A-Z])*"
                            + ENDING
                            + "|\\p{N}{1,3}"
                            + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*"
                            + "|\\s*[\\r\\n]+"
                            + "|\\s+(?!\\S)"
                            + "|\\s+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private PreSplit() {}

    static List<String> of(String text) {
        return PIECES.matcher(text).results().map(MatchResult::group).toList();
    }
}
