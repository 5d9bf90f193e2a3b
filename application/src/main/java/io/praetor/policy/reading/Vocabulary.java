package io.praetor.policy.reading;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the rest of a policy may use: its clauses, families and actions, and its roles
 * where it declares them. Every other name is reported where it stands.
 */
final class Vocabulary {
    /** Stands for a clause that could not be read; the policy is rejected anyway. */
    static final ClauseId UNREADABLE = new ClauseId("");

    private final Map<ClauseId, Clause> clauses;
    private final Map<String, ActionFamily> families;
    private final Map<String, String> familyOf = new TreeMap<>();
    private final Roles roles;
    private final Problems problems;

    Vocabulary(
            Map<ClauseId, Clause> clauses,
            Map<String, ActionFamily> families,
            Roles roles,
            Problems problems) {
        this.clauses = clauses;
        this.families = families;
        this.roles = roles;
        this.problems = problems;
        families.values()
                .forEach(
                        family ->
                                family.actions()
                                        .forEach(type -> familyOf.put(type, family.name())));
    }

    /** The clause that {@code key} names. */
    ClauseId clause(Fields fields, String key) {
        return fields.scalar(key).map(this::clause).orElse(UNREADABLE);
    }

    private ClauseId clause(Scalar name) {
        ClauseId id = new ClauseId(name.text());
        if (!clauses.containsKey(id)) {
            List<String> known = clauses.keySet().stream().map(ClauseId::value).toList();
            problems.unknown(name.position(), "clause", name.text(), known);
        }
        return id;
    }

    /** The action types that {@code actions} lists, families written out, with what named them. */
    Map<String, Scalar> actions(Fields fields) {
        Map<String, Scalar> actions = new LinkedHashMap<>();
        for (Scalar name : fields.texts("actions")) {
            types(name).forEach(type -> actions.putIfAbsent(type, name));
        }
        return actions;
    }

    private Stream<String> types(Scalar name) {
        if (name.text().startsWith(Names.FAMILY_PREFIX)) {
            return family(name).stream();
        }
        if (!familyOf.containsKey(name.text())) {
            unknownAction(name);
        }
        return Stream.of(name.text());
    }

    private Set<String> family(Scalar name) {
        ActionFamily family = families.get(name.text().substring(Names.FAMILY_PREFIX.length()));
        if (family != null) {
            return family.actions();
        }
        List<String> known =
                families.keySet().stream().map(Names.FAMILY_PREFIX::concat).sorted().toList();
        problems.unknown(name.position(), "family", name.text(), known);
        return Set.of();
    }

    private void unknownAction(Scalar name) {
        if (families.containsKey(name.text())) {
            problems.error(
                    name.position(),
                    Problems.quoted(name.text())
                            + " is a family; refer to it as "
                            + Problems.quoted(Names.FAMILY_PREFIX + name.text()));
        } else {
            problems.unknown(name.position(), "action", name.text(), familyOf.keySet());
        }
    }

    /** The roles that {@code roles} lists. */
    Set<String> roles(Fields fields) {
        return fields.texts("roles").stream()
                .filter(role -> roles.use(role, problems))
                .map(Scalar::text)
                .collect(Collectors.toSet());
    }

    /** The roles that a condition may name, where the policy declares its roles. */
    Optional<Collection<String>> rolesMentioning(String role) {
        return roles.mention(role);
    }

    Set<String> actionTypes() {
        return familyOf.keySet();
    }

    Set<String> familyNames() {
        return families.keySet();
    }
}
