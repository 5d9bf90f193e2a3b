package io.praetor.review;

import io.praetor.log.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * A case kept for one reviewer for a while.
 *
 * @param until from then on anybody may have it
 * @param by who passed it on, where somebody did
 */
public record Claim(
        RecordId record,
        ReviewerId reviewer,
        Instant since,
        Instant until,
        Optional<ReviewerId> by) {}
