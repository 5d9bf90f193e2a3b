package io.praetor.policy.reading;

import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.situation.dialect.IdReading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms that names in a policy file take, and a guard against one name given twice. */
final class Names {
    /** What families are referred to by; no action type may start so. */
    static final String FAMILY_PREFIX = "family:";

    private static final String GLOB_NOT_SPELT =
            "matches nothing: requests have no percent-encoding, no dot segments, no slash at"
                    + " the end";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern COUNTER = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** Longer names are not read by people; the door takes them, and they match nothing. */
    private static final int NAME_CHARS_MAX = 200;

    private final String what;
    private final Map<String, SourcePosition> seen = new HashMap<>();

    /**
     * @param what whose names these are, for messages: {@code rule}
     */
    Names(String what) {
        this.what = what;
    }

    /** Reports a name that was given before. */
    boolean isNew(Scalar name, Problems problems) {
        SourcePosition before = seen.putIfAbsent(name.text(), name.position());
        if (before != null) {
            problems.error(
                    name.position(),
                    "%s %s stands twice, first in line %d"
                            .formatted(what, Problems.quoted(name.text()), before.line()));
        }
        return before == null;
    }

    /** An id: letters, digits, dot, hyphen and underscore. */
    static boolean isId(String what, Scalar name, Problems problems) {
        return fits(ID, "letters, digits, `.`, `-` and `_`, at most 100", what, name, problems);
    }

    /** A counter's name, which conditions read as a field. */
    static boolean isCounter(Scalar name, Problems problems) {
        return fits(
                COUNTER,
                "lower-case letters, digits and `_`, at most 64",
                "counter",
                name,
                problems);
    }

    /** An action type, role, team or actor, spelt as requests have it. */
    static boolean isName(String what, Scalar name, Problems problems) {
        return isSpelt(what, name, name.text(), IdReading.ofName(name.text()), problems);
    }

    /** A resource, or a glob of resources, spelt as requests have them. */
    static boolean isResource(String what, Scalar name, Problems problems) {
        String anyMatch = name.text().replace('*', '0');
        return isSpelt(what, name, anyMatch, IdReading.ofResource(anyMatch), problems);
    }

    private static boolean isSpelt(
            String what, Scalar name, String asked, IdReading reading, Problems problems) {
        Optional<String> flaw =
                switch (reading) {
                    case IdReading.Refused(String reason) -> Optional.of(reason);
                    case IdReading.Admitted(String id) when !id.equals(asked) ->
                            Optional.of(
                                    name.text().equals(asked)
                                            ? "is spelt " + Problems.quoted(id) + " in requests"
                                            : GLOB_NOT_SPELT);
                    case IdReading.Admitted _ when asked.length() > NAME_CHARS_MAX ->
                            Optional.of("is longer than " + NAME_CHARS_MAX + " characters");
                    case IdReading.Admitted _ -> Optional.empty();
                };
        flaw.ifPresent(
                reason ->
                        problems.error(
                                name.position(),
                                "%s %s %s".formatted(what, Problems.quoted(name.text()), reason)));
        return flaw.isEmpty();
    }

    private static boolean fits(
            Pattern form, String described, String what, Scalar name, Problems problems) {
        boolean fits = form.matcher(name.text()).matches();
        if (!fits) {
            problems.error(
                    name.position(),
                    "%s %s has to be %s".formatted(what, Problems.quoted(name.text()), described));
        }
        return fits;
    }
}
