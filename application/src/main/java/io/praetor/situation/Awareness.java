package io.praetor.situation;

/** How much of a decision its decider can see through. */
public enum Awareness {
    FULL,
    /** Wanted inputs are missing. */
    IU,
    /** The reasoning cannot be verified. */
    PU,
    /** Both. */
    MIX;

    /**
     * The awareness of a decision whose caller did not send one.
     *
     * @param inputsMissing whether an input that a rule or the reasoner wanted was not there
     * @param unverifiable whether there was reasoning and no citation of it survived
     */
    public static Awareness derived(boolean inputsMissing, boolean unverifiable) {
        if (inputsMissing) {
            return unverifiable ? MIX : IU;
        }
        return unverifiable ? PU : FULL;
    }
}
