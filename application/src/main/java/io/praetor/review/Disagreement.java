package io.praetor.review;

import io.praetor.situation.Labels;

/** In which way a decision was wrong. */
public enum Disagreement {
    TOO_STRICT,
    TOO_PERMISSIVE,
    /** The effect may stand, but the case does not say enough for it. */
    UNCLEAR;

    public String label() {
        return Labels.of(this);
    }
}
