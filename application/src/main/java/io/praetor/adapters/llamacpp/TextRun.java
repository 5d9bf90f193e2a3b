package io.praetor.adapters.llamacpp;

/**
 * Says where a text must be cut before llama.cpp splits it into words.
 *
 * <p>It splits by a recursive matcher: a word of some three thousand characters overflows the stack
 * and ends the process, and a word is any run of letters, spaces or signs. A word never goes on
 * from a plain sign to a plain letter; where none does for long, the text is cut, which no sentence
 * is.
 */
final class TextRun {
    /** A tenth of what a thread's usual stack of one megabyte was seen to bear. */
    static final int CHARACTERS_MAX = 200;

    /** Up to here, nobody disputes what is a letter. */
    private static final int LATIN_END = 0x250;

    private static final int ASCII_END = 0x80;

    private int length;
    private boolean afterSign;

    /** Whether to cut before the next character of the text. */
    boolean isCutBefore(int character) {
        boolean letter = Character.isLetter(character);
        if (afterSign && letter && character < LATIN_END) {
            length = 0;
        }
        afterSign = !letter && character < ASCII_END;
        length++;
        if (length <= CHARACTERS_MAX) {
            return false;
        }
        length = 1;
        return true;
    }

    /** Whether a text can be split as it is. */
    static boolean isSafe(String text) {
        var run = new TextRun();
        return text.codePoints().noneMatch(run::isCutBefore);
    }
}
