package io.praetor.rollout.selection;

/** Why a version may not act on an occasion. */
public enum Ineligibility {
    NOT_LIVE,
    /** Its stage or tier does not reach this action. */
    OUT_OF_SCOPE,
    BLOCKED_IN_CLUSTER,
    ALARM_OPEN,
    /** No snapshot, or one over no episode. */
    NO_EVIDENCE,
    SCORE_BELOW_FLOOR,
    PERFORMANCE_FAILED
}
