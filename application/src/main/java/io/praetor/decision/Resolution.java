package io.praetor.decision;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import java.util.List;

/**
 * What the evaluations come to under an authority, before obligations are discharged.
 *
 * @param path whose evaluation settled it
 */
public record Resolution(
        Effect effect,
        Path path,
        List<ClauseId> clauses,
        List<Obligation> obligations,
        List<String> reasons,
        double confidence) {
    public Resolution {
        clauses = List.copyOf(clauses);
        obligations = List.copyOf(obligations);
        reasons = List.copyOf(reasons);
    }
}
