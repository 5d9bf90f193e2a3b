package io.praetor.rollout.life;

/** How much a family of versions may try. */
public enum RiskTier {
    EXPERIMENTAL,
    SAFE,
    /** Whoever approves is somebody else than who asked. */
    RESTRICTED
}
