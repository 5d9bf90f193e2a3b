package io.praetor.policy;

import io.praetor.situation.RiskLevel;

/**
 * One to three sentences of the team's law, which rules enforce and decisions cite.
 *
 * @param text what a citation quotes
 * @param tier how much is at stake where the clause bears
 * @param potency how much harm breaking it can do, in [0, 1]
 * @param evidence how prose is held against it
 */
public record Clause(
        ClauseId id,
        String text,
        RiskLevel tier,
        double potency,
        ClauseEvidence evidence,
        SourcePosition position) {

    /** A clause of which prose is not asked. */
    public Clause(
            ClauseId id, String text, RiskLevel tier, double potency, SourcePosition position) {
        this(id, text, tier, potency, ClauseEvidence.NONE, position);
    }
}
