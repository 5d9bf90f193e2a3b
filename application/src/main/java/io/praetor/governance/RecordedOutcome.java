package io.praetor.governance;

import io.praetor.rollout.evidence.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of an episode, as it is kept; nothing more is waited for.
 *
 * @param episode its id
 * @param defaultAgreed whether the default's answer agreed with the same review; empty where the
 *     default did not answer, or is the version itself
 * @param at when it was recorded
 */
public record RecordedOutcome(
        String episode, Outcome outcome, Optional<Boolean> defaultAgreed, Instant at) {
    public RecordedOutcome {
        if (outcome.maturedAt().isEmpty()) {
            throw new IllegalArgumentException("an outcome is kept once it has matured");
        }
    }
}
