package io.praetor.reasoning.precedent;

import java.util.Set;

/**
 * A word or a mark of a sentence.
 *
 * @param text plain and in lower case
 * @param stem without its ending; {@code #} for a number; the mark itself where it is one
 * @param scopes what takes hold of it
 */
record Token(String text, String stem, Set<Scope> scopes) {
    /** The stem of every number. */
    static final String NUMBER = "#";

    boolean isWord() {
        return Character.isLetterOrDigit(text.charAt(0));
    }

    boolean isIn(Scope scope) {
        return scopes.contains(scope);
    }
}
