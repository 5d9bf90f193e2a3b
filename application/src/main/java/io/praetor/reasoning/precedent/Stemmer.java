package io.praetor.reasoning.precedent;

/**
 * Cuts the endings of English inflection off, so that {@code mutes}, {@code muted} and {@code
 * muting} are one word. Lighter than Porter's: it keeps derived words apart.
 */
final class Stemmer {
    /** Shorter words have no ending to spare. */
    private static final int LENGTH_MIN = 3;

    private static final String[][] ENDINGS = {
        {"ies", "y"},
        {"ied", "y"},
        {"ing", ""},
        {"edly", ""},
        {"ed", ""},
        {"es", ""},
        {"s", ""},
        {"ly", ""},
    };

    private Stemmer() {}

    /**
     * @param word in lower case
     */
    static String stem(String word) {
        if (word.length() <= LENGTH_MIN || !Character.isLetter(word.charAt(0))) {
            return word;
        }
        String stem = withoutEnding(word);
        int last = stem.length() - 1;
        boolean isDoubled =
                last >= LENGTH_MIN
                        && stem.charAt(last) == stem.charAt(last - 1)
                        && "ls".indexOf(stem.charAt(last)) < 0;
        if (isDoubled) {
            stem = stem.substring(0, last);
        }
        return stem.length() > LENGTH_MIN && stem.endsWith("e")
                ? stem.substring(0, stem.length() - 1)
                : stem;
    }

    private static String withoutEnding(String word) {
        for (String[] ending : ENDINGS) {
            int kept = word.length() - ending[0].length();
            boolean isPlural = ending[0].equals("s") && word.endsWith("ss");
            if (kept >= LENGTH_MIN && word.endsWith(ending[0]) && !isPlural) {
                return word.substring(0, kept) + ending[1];
            }
        }
        return word;
    }
}
