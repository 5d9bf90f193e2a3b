package io.praetor.policy.importing;

import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.situation.dialect.IdReading;
import java.util.List;
import java.util.Locale;

/** Turns names that people chose into ids. */
final class Slugs {
    private static final int LENGTH_MAX = 60;

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

    /** The texts, after a report of each that no request could carry. */
    static List<Scalar> names(List<Scalar> texts, Problems problems) {
        for (Scalar text : texts) {
            String flaw =
                    switch (IdReading.ofName(text.text())) {
                        case IdReading.Refused(String reason) -> reason;
                        case IdReading.Admitted(String id) when !id.equals(text.text()) ->
                                "is spelt " + Problems.quoted(id) + " in requests";
                        case IdReading.Admitted _ -> "";
                    };
            if (!flaw.isEmpty()) {
                problems.error(text.position(), Problems.quoted(text.text()) + " " + flaw);
            }
        }
        return texts;
    }

    /** The slug as a counter's name. */
    static String counter(String slug) {
        return "rate_" + slug.replaceAll("[^a-z0-9]", "_");
    }
}
