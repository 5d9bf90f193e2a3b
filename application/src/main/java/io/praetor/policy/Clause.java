package io.praetor.policy;

import io.praetor.situation.RiskLevel;

/**
 * One to three sentences of the team's law, which rules enforce and decisions cite.
 *
 * @param text what a citation quotes
 * @param tier how much is at stake where the clause bears
 * @param potency how much harm breaking it can do, in [0, 1]
 */
public record Clause(
        ClauseId id, String text, RiskLevel tier, double potency, SourcePosition position) {}
