package io.praetor.rollout.life;

/** How far a candidate has come. */
public enum Stage {
    SHADOW,
    ADVISORY,
    CANARY
}
