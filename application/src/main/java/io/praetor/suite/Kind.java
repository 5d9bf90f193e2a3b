package io.praetor.suite;

import io.praetor.situation.Labels;

/** What sort of case a scenario is. */
public enum Kind {
    /** Seen every day. */
    COMMON,
    /** At a boundary of a rule. */
    EDGE,
    /** Reasonable people differ. */
    AMBIGUOUS,
    /** Somebody tries to get what they may not have. */
    ATTACK;

    public String label() {
        return Labels.of(this);
    }
}
