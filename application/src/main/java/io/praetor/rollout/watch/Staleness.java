package io.praetor.rollout.watch;

import io.praetor.rollout.credibility.EvidenceWindow;

/**
 * How many decisions a version made since a person last looked at one. Old evidence raises no
 * alarm, and must not pass for new: the owner is warned, and gates that need reviews do not open.
 */
public record Staleness(long decidedSinceReview) {
    public static final Staleness NONE = new Staleness(0);

    /** A whole window without a review: nothing in the score is about now. */
    public static final long DECISIONS_MAX = EvidenceWindow.CAPACITY;

    Staleness decided() {
        return new Staleness(decidedSinceReview + 1);
    }

    Staleness reviewed() {
        return NONE;
    }

    public boolean isStale() {
        return decidedSinceReview > DECISIONS_MAX;
    }
}
