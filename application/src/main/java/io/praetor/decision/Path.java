package io.praetor.decision;

import io.praetor.situation.Labels;

/** Whose evaluation settled a decision. */
public enum Path {
    RULES,
    PATTERN,
    REASONING,
    PRECEDENT,
    /** A default clause or an unresolved ambiguity's effect. */
    FALLBACK;

    public String label() {
        return Labels.of(this);
    }
}
