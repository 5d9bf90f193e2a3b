package io.praetor.decision;

import io.praetor.situation.Labels;

/** The three whose views are resolved into a decision. */
public enum Evaluator {
    RULES,
    PATTERN,
    REASONING;

    public String label() {
        return Labels.of(this);
    }
}
