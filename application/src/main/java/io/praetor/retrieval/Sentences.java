package io.praetor.retrieval;

import java.util.List;
import java.util.regex.Pattern;

/** Splits prose into sentences: at a full stop, a question or exclamation mark before a space. */
public final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|\\s*\\R\\s*\\R\\s*");

    private Sentences() {}

    public static List<String> of(String prose) {
        return END.splitAsStream(prose.strip())
                .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
