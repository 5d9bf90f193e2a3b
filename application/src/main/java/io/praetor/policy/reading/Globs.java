package io.praetor.policy.reading;

import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.List;

/** Reads lists of resource globs. */
final class Globs {
    /** More wildcards than this in one glob are an attempt to make matching slow. */
    private static final int WILDCARDS_MAX = 16;

    private Globs() {}

    static List<String> read(Fields fields, String key, Problems problems) {
        return fields.texts(key).stream()
                .filter(glob -> isGlob(glob, problems))
                .map(Scalar::text)
                .distinct()
                .toList();
    }

    private static boolean isGlob(Scalar glob, Problems problems) {
        if (!Names.isResource("resource", glob, problems)) {
            return false;
        }
        boolean wild = glob.text().chars().filter(c -> c == '*').count() > WILDCARDS_MAX;
        boolean triple = glob.text().contains("***");
        if (wild || triple) {
            problems.error(
                    glob.position(),
                    triple
                            ? "`***` is no wildcard; `*` stays within a segment, `**` does not"
                            : "more than " + WILDCARDS_MAX + " wildcards");
        }
        return !wild && !triple;
    }
}
