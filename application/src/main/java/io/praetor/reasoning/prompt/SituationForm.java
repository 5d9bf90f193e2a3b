package io.praetor.reasoning.prompt;

import io.praetor.situation.Labels;

/** In which form a prompt shows the situation. */
public enum SituationForm {
    /** A JSON object by provenance. */
    JSON,
    /** Canonical attribute lines, for a model that was trained on nothing else. */
    LINES;

    public String label() {
        return Labels.of(this);
    }
}
