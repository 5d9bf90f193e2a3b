package io.praetor.rollout.evidence;

import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;

/**
 * What a decision earned against the confirmed one, by what the error costs.
 *
 * @param wrongAllow at high and critical risk
 * @param tooPermissive any other answer weaker than the confirmed one
 * @param tooStrict an answer stricter than the confirmed one
 */
public record DecisionReward(double wrongAllow, double tooPermissive, double tooStrict) {
    /** A wrong allow where much is at stake is the worst there is; a needless question is not. */
    public static final DecisionReward DEFAULT = new DecisionReward(-1, -.6, -.3);

    /** What being right earns grows with what is at stake, so that easy reads cannot buy trust. */
    private static double agreement(RiskLevel risk) {
        return switch (risk) {
            case LOW -> .25;
            case MEDIUM -> .5;
            case HIGH -> .75;
            case CRITICAL -> 1;
        };
    }

    public double of(RiskLevel risk, Effect said, Effect confirmed) {
        if (said == confirmed) {
            return agreement(risk);
        }
        if (said.isStricterThan(confirmed)) {
            return tooStrict;
        }
        return said == Effect.ALLOW && risk.atLeast(RiskLevel.HIGH) ? wrongAllow : tooPermissive;
    }
}
