package io.praetor.policy.reading;

import io.praetor.policy.SourcePosition;
import io.praetor.policy.Spelling;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The roles of a policy.
 *
 * <p>Roles come from callers, so a policy need not list them. Where it does, under {@code roles},
 * every role in its rules and its directory is one of those. Where it does not, a role that stands
 * once and is one letter off another is a warning.
 */
final class Roles {
    /** Every role is compared with every other; a team with more has them declared. */
    private static final int TWINS_LOOKED_FOR_MAX = 200;

    /** One letter makes another word of a shorter one. */
    private static final int TWIN_LENGTH_MIN = 4;

    private final boolean declared;
    private final Set<String> known = new TreeSet<>();
    private final Map<String, SourcePosition> ofDirectory = new LinkedHashMap<>();
    private final Map<String, List<SourcePosition>> places = new HashMap<>();
    private final Set<String> used = new TreeSet<>();

    private Roles(boolean declared) {
        this.declared = declared;
    }

    static Roles declaredIn(Fields top, Problems problems) {
        Roles roles = new Roles(top.has("roles"));
        Names names = new Names("role");
        for (Scalar role : top.texts("roles")) {
            if (Names.isName("role", role, problems) && names.isNew(role, problems)) {
                roles.known.add(role.text());
            }
        }
        return roles;
    }

    /** A role that an actor of the directory has. */
    boolean have(Scalar role, Problems problems) {
        ofDirectory.putIfAbsent(role.text(), role.position());
        return isKnown(role, problems);
    }

    /** A role that a rule names. */
    boolean use(Scalar role, Problems problems) {
        used.add(role.text());
        return isKnown(role, problems);
    }

    /** Takes note of a role that a condition names; gives the roles it may, where declared. */
    Optional<Collection<String>> mention(String role) {
        used.add(role);
        return declared ? Optional.of(known) : Optional.empty();
    }

    private boolean isKnown(Scalar role, Problems problems) {
        places.computeIfAbsent(role.text(), name -> new ArrayList<>()).add(role.position());
        if (declared && !known.contains(role.text())) {
            problems.unknown(role.position(), "role", role.text(), known);
            return false;
        }
        return Names.isName("role", role, problems);
    }

    /** Warns of roles that look misspelt and of directory roles that no rule asks for. */
    void warn(Problems problems) {
        ofDirectory.forEach(
                (role, position) -> {
                    if (!used.contains(role)) {
                        problems.warning(
                                position, "no rule asks for role " + Problems.quoted(role));
                    }
                });
        if (!declared && places.size() <= TWINS_LOOKED_FOR_MAX) {
            places.forEach((role, positions) -> warnOfTwin(role, positions, problems));
        }
    }

    private void warnOfTwin(String role, List<SourcePosition> positions, Problems problems) {
        if (positions.size() > 1 || role.length() < TWIN_LENGTH_MIN) {
            return;
        }
        places.keySet().stream()
                .filter(other -> places.getOrDefault(other, List.of()).size() > 1)
                .filter(other -> Spelling.distance(role, other) == 1)
                .min(String::compareTo)
                .ifPresent(
                        twin ->
                                problems.warning(
                                        positions.getFirst(),
                                        "role " + Problems.quoted(role) + " stands here only",
                                        Optional.of(twin)));
    }
}
