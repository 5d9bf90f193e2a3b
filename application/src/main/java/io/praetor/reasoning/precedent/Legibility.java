package io.praetor.reasoning.precedent;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a sentence is one that this reasoner can read: English in Latin letters, nothing encoded,
 * no letters spread apart. What it cannot read it calls neither harmless nor harmful.
 */
final class Legibility {
    /** From here on a sentence without any of the commonest words is no English. */
    private static final int WORDS_MIN = 12;

    /** The longest word of ordinary technical English has about this many letters. */
    private static final int WORD_LETTERS_MAX = 24;

    /** Encoded text looks like this: long, with digits or both cases within a word. */
    private static final Pattern ENCODED =
            Pattern.compile(
                    "(?=[A-Za-z0-9+/=_-]*[0-9])(?=[A-Za-z0-9+/=_-]*[a-z])"
                            + "(?=[A-Za-z0-9+/=_-]*[A-Z])[A-Za-z0-9+/=_-]{20,}"
                            + "|(?:%[0-9A-Fa-f]{2}){3,}|(?:\\\\[ux][0-9A-Fa-f]{2,4}){2,}"
                            + "|\\b(?:[0-9A-Fa-f]{2} ){7,}|[01]{8}(?: [01]{8})+");

    private static final Pattern SPREAD = Pattern.compile("(?:\\b\\p{L}[ .\\-_*]){4,}");

    private static final Set<String> COMMON =
            Set.of(
                    "the", "a", "an", "of", "to", "in", "is", "it", "and", "for", "on", "that",
                    "with", "as", "at", "by", "from", "this", "be", "are", "was", "has", "have",
                    "had", "not", "no", "or", "but", "we", "i", "you", "he", "she", "they", "his",
                    "her", "their", "its", "our", "my", "all", "one", "who", "which", "what",
                    "when", "than", "now", "into", "only", "up", "out", "do", "does", "will");

    private Legibility() {}

    static boolean isLegible(Sentence sentence) {
        String text = sentence.text();
        return !ENCODED.matcher(text).find() && !SPREAD.matcher(text).find() && isEnglish(sentence);
    }

    private static boolean isEnglish(Sentence sentence) {
        int words = 0;
        int foreign = 0;
        boolean isCommon = false;
        for (Token token : sentence.tokens()) {
            if (token.isWord() && !token.stem().equals(Token.NUMBER)) {
                words++;
                isCommon |= COMMON.contains(token.text());
                foreign += isForeign(token.text()) ? 1 : 0;
            }
        }
        boolean hasWords = !sentence.tokens().isEmpty();
        return hasWords && foreign == 0 && (isCommon || words < WORDS_MIN);
    }

    private static boolean isForeign(String word) {
        return word.length() > WORD_LETTERS_MAX
                || word.chars()
                        .anyMatch(
                                letter ->
                                        Character.isLetter(letter)
                                                && Character.UnicodeScript.of(letter)
                                                        != Character.UnicodeScript.LATIN);
    }
}
