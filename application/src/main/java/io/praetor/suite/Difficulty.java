package io.praetor.suite;

import io.praetor.situation.Labels;

/** How hard a person who knows the policy finds a scenario. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD;

    public String label() {
        return Labels.of(this);
    }
}
