package io.praetor.rollout.evidence;

/** What a version's answer counted for in one episode. */
public enum Mode {
    /** Asked and recorded, never shown. */
    SHADOW,
    /** Shown to the person who decides, never binding. */
    ADVISORY,
    /** Binding on a small seeded share. */
    CANARY,
    /** Binding. */
    ENFORCED
}
