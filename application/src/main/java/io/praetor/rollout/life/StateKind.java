package io.praetor.rollout.life;

/** The states as the rows of the transition table name them. */
public enum StateKind {
    /** Not there yet. */
    NONE,
    SHADOW,
    ADVISORY,
    CANARY,
    LIVE,
    QUARANTINED,
    ROLLED_BACK,
    DEPRECATED
}
