package io.praetor.retrieval;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words of names: {@code grant_access}, {@code deploy.production}, {@code NotebookEdit}. */
final class Words {
    private static final Pattern BETWEEN =
            Pattern.compile("[^\\p{L}\\p{N}]+|_+|(?<=\\p{Ll})(?=\\p{Lu})");

    private Words() {}

    /** In lower case, with a space between. */
    static String split(String name) {
        return BETWEEN.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
    }

    /** One word that no prose has, so that a family is not found by what it is called. */
    static String family(String name) {
        return "family" + name.replaceAll("[^a-z0-9]", "");
    }
}
