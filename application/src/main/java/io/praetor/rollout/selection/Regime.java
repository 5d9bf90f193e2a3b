package io.praetor.rollout.selection;

/** How much a moment lets versions do; from the most to the least cautious. */
public enum Regime {
    /** Switched off, or the family paused: rules only. */
    HALT,
    /** The meta-context is missing, old or too vague: the fallback. */
    UNKNOWN,
    /** Incoherent, or something potent does not fit: the safest version of a safe family. */
    CONSERVATIVE,
    /** Coherent, steady and quiet: rules only, and candidates shadow. */
    NO_POLICY,
    /** None of the others: the default version. */
    DEFAULT,
    /** Coherent enough at low risk: a canary may act on its share. */
    EXPERIMENTAL;

    Regime moreCautious(Regime other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
