package io.praetor.policy.reading;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.policy.document.Problems;
import java.util.HashSet;
import java.util.Set;

/** Finds in a sound policy what its author probably did not mean. */
final class Lint {
    private Lint() {}

    static void check(PolicySet policy, Problems problems) {
        for (Section section : policy.sections()) {
            switch (section.combine()) {
                case LAW -> {}
                case FIRST_MATCH -> Shadows.firstMatch(section, problems);
                case DENY_OVERRIDES -> Shadows.denyOverrides(section, problems);
            }
        }
        uncited(policy, problems);
    }

    private static void uncited(PolicySet policy, Problems problems) {
        Set<ClauseId> cited = cited(policy);
        for (Clause clause : policy.clauses().values()) {
            if (!cited.contains(clause.id())) {
                problems.warning(
                        clause.position(),
                        "nothing cites clause " + Problems.quoted(clause.id().value()));
            }
        }
    }

    private static Set<ClauseId> cited(PolicySet policy) {
        Set<ClauseId> cited = new HashSet<>();
        cited.add(policy.fallbacks().noRule().clause());
        policy.fallbacks().unresolved().values().stream()
                .map(Fallbacks.Unresolved::clause)
                .forEach(cited::add);
        for (Section section : policy.sections()) {
            for (Rule rule : section.rules()) {
                cited.add(rule.clause());
                rule.waiver().ifPresent(waiver -> cited.add(waiver.clause()));
            }
        }
        return cited;
    }
}
