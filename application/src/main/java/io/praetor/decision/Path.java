package io.praetor.decision;

import io.praetor.situation.Labels;

/** Whose evaluation settled a decision. */
public enum Path {
    RULES,
    PATTERN,
    /** A language model's answer. */
    REASONING,
    /** The precedent reasoner's answer: no language model was involved. */
    PRECEDENT,
    /** A default clause or an unresolved ambiguity's effect. */
    FALLBACK;

    public String label() {
        return Labels.of(this);
    }
}
