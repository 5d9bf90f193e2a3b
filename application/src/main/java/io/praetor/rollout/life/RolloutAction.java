package io.praetor.rollout.life;

/** What can be asked for about a version or its family. */
public enum RolloutAction {
    /** What the installation writes once; no row of the table has it, so nobody can ask for it. */
    GENESIS,
    SPAWN,
    ADVANCE,
    PROMOTE,
    EXPAND,
    PAUSE,
    RESUME,
    ROLLBACK,
    DEPRECATE,
    SET_FALLBACK,
    /** Lets situations of high affective load be decided, for a scope and a time. */
    GRANT
}
