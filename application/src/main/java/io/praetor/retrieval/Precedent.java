package io.praetor.retrieval;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Situation;
import java.util.List;
import java.util.Optional;

/**
 * A decision that people confirmed, as an example for later ones. Never an unreviewed decision.
 *
 * @param id {@code precedent.} and the example's own id
 * @param team the team whose law it was decided under; empty for an example of the shipped library
 * @param family the action's family
 * @param clauses the clauses that determined it, most telling first
 * @param evidence what each sentence of the situation's prose was found to say
 * @param rationale what a person was told
 * @param version the review it rests on, or the hash of the library it came with
 */
public record Precedent(
        String id,
        Optional<String> team,
        String family,
        Situation situation,
        Effect effect,
        List<ClauseId> clauses,
        List<Evidence> evidence,
        String rationale,
        String version) {
    public Precedent {
        clauses = List.copyOf(clauses);
        evidence = List.copyOf(evidence);
    }

    /**
     * What one sentence says.
     *
     * @param clause whose matter it speaks of; empty where it speaks of no clause's
     * @param bears whether the clause bears because of it; false where it is negated, settled,
     *     somebody else's, or only the same words
     */
    public record Evidence(String sentence, Optional<ClauseId> clause, boolean bears) {
        public Evidence {
            if (bears && clause.isEmpty()) {
                throw new IllegalArgumentException("evidence bears on a clause");
            }
        }
    }
}
