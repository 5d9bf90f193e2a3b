package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grammars that llama.cpp's parser does not refuse but runs away on, or takes for something else:
 * they end the process, so they are refused before.
 */
final class GrammarText {
    /** Bound the parser's recursion; a grammar for one JSON object has some twenty rules. */
    private static final int CHARACTERS_MAX = 32_768;

    private static final int RULES_MAX = 500;
    private static final int NESTING_MAX = 64;

    private static final Pattern LITERAL =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|\\[(?:\\\\.|[^\\]\\\\])*+]|#[^\\n]*+");

    private static final Pattern REPETITION = Pattern.compile("\\{\\s*(\\d+)\\s*,\\s*(\\d+)\\s*}");

    private GrammarText() {}

    static void check(String grammar) {
        if (grammar.isBlank()) {
            throw refused("is empty, which llama.cpp takes for none");
        }
        if (grammar.indexOf('\0') >= 0) {
            throw refused("holds a zero character, which llama.cpp takes for its end");
        }
        if (grammar.length() > CHARACTERS_MAX) {
            throw refused("has more than %d characters".formatted(CHARACTERS_MAX));
        }
        String bare = LITERAL.matcher(grammar).replaceAll("\"\"");
        if (bare.split("::=", -1).length - 1 > RULES_MAX) {
            throw refused("has more than %d rules".formatted(RULES_MAX));
        }
        if (nesting(bare) > NESTING_MAX) {
            throw refused("nests deeper than %d".formatted(NESTING_MAX));
        }
        checkRepetitions(bare);
    }

    private static int nesting(String bare) {
        int depth = 0;
        int most = 0;
        for (int at = 0; at < bare.length(); at++) {
            if (bare.charAt(at) == '(') {
                depth++;
                most = Math.max(most, depth);
            } else if (bare.charAt(at) == ')') {
                depth--;
            }
        }
        return most;
    }

    /** llama.cpp counts from the larger number to the smaller until memory ends. */
    private static void checkRepetitions(String bare) {
        Matcher repetitions = REPETITION.matcher(bare);
        while (repetitions.find()) {
            if (isMore(repetitions.group(1), repetitions.group(2))) {
                throw refused("repeats backwards at `%s`".formatted(repetitions.group()));
            }
        }
    }

    private static boolean isMore(String some, String other) {
        return new BigInteger(some).compareTo(new BigInteger(other)) > 0;
    }

    private static LanguageModelException refused(String why) {
        return new LanguageModelException(
                Failure.BAD_GRAMMAR, "the grammar %s; mend it where it is written".formatted(why));
    }
}
