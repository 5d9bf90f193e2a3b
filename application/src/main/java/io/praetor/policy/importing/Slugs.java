package io.praetor.policy.importing;

import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns names that people chose into ids. */
final class Slugs {
    private static final int LENGTH_MAX = 60;

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Cntrl}]{1,200}");

    private Slugs() {}

    /** Lower-case letters, digits, {@code .}, {@code _} and {@code -}; {@code policy} for none. */
    static String of(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-")
                        .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String cut = slug.substring(0, Math.min(slug.length(), LENGTH_MAX));
        return cut.isEmpty() ? "policy" : cut;
    }

    /** The texts that are words without blanks, as action types and roles have to be. */
    static List<Scalar> words(List<Scalar> texts, Problems problems) {
        for (Scalar text : texts) {
            if (!WORD.matcher(text.text()).matches()) {
                problems.error(
                        text.position(),
                        "%s has to be at most 200 characters, none of them blank"
                                .formatted(Problems.quoted(text.text())));
            }
        }
        return texts;
    }

    /** The slug as a counter's name. */
    static String counter(String slug) {
        return "rate_" + slug.replaceAll("[^a-z0-9]", "_");
    }
}
