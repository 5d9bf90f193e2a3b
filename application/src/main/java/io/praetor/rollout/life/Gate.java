package io.praetor.rollout.life;

/** A condition on evidence; a change happens only when each of its gates is passed. */
public enum Gate {
    /** The parent is of the same family, and the manifest differs from its. */
    PARENT,
    /** The share of the shipped suite that passes. */
    SUITE,
    /** Wrong allows in the shipped suite. */
    SUITE_WRONG_ALLOWS,
    /** Paired labels, counted. */
    LABELS,
    /** Agreement with the labels. */
    AGREEMENT,
    /** Time in the stage or tier. */
    SOAK,
    /** Human overrides among reviewed episodes. */
    OVERRIDES,
    /** Critical flags. */
    CRITICAL_FLAGS,
    /** The credibility index, for as long as promotion asks. */
    CREDIBILITY,
    /** Reward minus baseline. */
    PERFORMANCE,
    ACCURACY,
    CALIBRATION,
    /** The paired comparison with the default. */
    COMPARISON,
    /** A finding that calls for a pause. */
    CAUSE_TO_PAUSE,
    /** A finding that calls for a rollback. */
    CAUSE_TO_ROLL_BACK
}
