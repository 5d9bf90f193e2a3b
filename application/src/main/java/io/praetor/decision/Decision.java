package io.praetor.decision;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.time.Instant;
import java.util.List;

/**
 * Our answer: whether the action may proceed, on which clauses, decided by which version.
 *
 * @param situation as decided, counters included
 * @param resolved the effect before obligations were discharged; never weaker than {@code effect}
 * @param classification what kind of action this is, such as {@code production_deploy}
 * @param clauses the clauses that determined it, most telling first; at least one, each in the
 *     deciding policy set
 * @param obligations every obligation of the determining evaluations, met or open
 * @param reasons lower-case fragments, most telling first
 * @param confidence of the evaluation that settled it, in [0, 1]
 */
public record Decision(
        DecisionId id,
        Instant decidedAt,
        Situation situation,
        ActingVersion version,
        Effect effect,
        Effect resolved,
        RiskLevel risk,
        String classification,
        Path path,
        List<ClauseId> clauses,
        List<Discharge> obligations,
        List<String> reasons,
        double confidence,
        Trail trail,
        Timing timing) {
    public Decision {
        clauses = List.copyOf(clauses);
        obligations = List.copyOf(obligations);
        reasons = List.copyOf(reasons);
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("a decision names the clauses it rests on");
        }
    }

    public PolicySet policy() {
        return version.rules().policy();
    }

    /** The obligations that still stand in the way. */
    public List<Obligation> open() {
        return obligations.stream()
                .filter(discharge -> !discharge.isMet())
                .map(Discharge::obligation)
                .toList();
    }
}
