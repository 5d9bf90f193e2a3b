package io.praetor.rollout.life;

/** What a change brings about besides the version's new state. */
public enum Consequence {
    /** The default becomes this version, and the old default stays on as standby. */
    MOVE_DEFAULT,
    /** The family's fallback becomes this version. */
    MOVE_FALLBACK,
    /**
     * The version serves in no place any more. Where it was the default, the previous safe version
     * is, then the fallback, then nobody, with the family paused and the owner called.
     */
    FALL_BACK,
    /** The default returns to this version if it was taken from it. */
    RESTORE_DEFAULT,
    RESET_DETECTORS
}
