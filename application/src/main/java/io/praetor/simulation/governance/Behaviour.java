package io.praetor.simulation.governance;

/**
 * How a version does at one moment in one cluster.
 *
 * @param loss how far its mean reward lies under that of a healthy version
 * @param overrides the share of its reviewed answers that people set aside
 * @param flags the share of its episodes with a safety flag
 * @param critical whether it allows wrongly what must not be
 */
record Behaviour(double loss, double overrides, double flags, boolean critical) {
    static final Behaviour HEALTHY = new Behaviour(0, .06, .005, false);
    static final Behaviour FAILED = new Behaviour(.35, .20, .02, false);
    static final Behaviour SILENTLY_WORSE = new Behaviour(.25, .06, .005, false);
    static final Behaviour OVERRIDDEN = new Behaviour(0, .20, .005, false);
    static final Behaviour FLAGGED = new Behaviour(0, .06, .03, false);
    static final Behaviour WRONG_ALLOW = new Behaviour(0, .06, .005, true);

    /** So much of the way to another behaviour, in [0, 1]. */
    Behaviour towards(Behaviour other, double way) {
        return new Behaviour(
                loss + way * (other.loss - loss),
                overrides + way * (other.overrides - overrides),
                flags + way * (other.flags - flags),
                critical);
    }
}
