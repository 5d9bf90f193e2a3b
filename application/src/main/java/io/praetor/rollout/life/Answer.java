package io.praetor.rollout.life;

/** What a gate says; only the first opens it. */
public enum Answer {
    PASSED,
    FAILED,
    /** The evidence is not enough to say. */
    INCONCLUSIVE
}
