package io.praetor.review.queue;

import io.praetor.situation.Labels;

/** Which cases stand in the queue. */
public enum Mode {
    /** Those that still want an opinion. */
    UNREVIEWED,
    /** Those that a suite or a reviewer found wrong. */
    INCORRECT,
    ALL;

    public String label() {
        return Labels.of(this);
    }
}
