package io.praetor.review;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One reviewer's verdict on one record. Never changed and never deleted: whoever thinks better of
 * it reviews again, and the newest of a reviewer counts.
 *
 * @param recordHash the chain hash of the record as the reviewer saw it
 */
public record Review(
        ReviewId id,
        RecordId record,
        Hash recordHash,
        ReviewerId reviewer,
        Instant at,
        Verdict verdict,
        Looking looking) {

    /**
     * How the reviewer looked at it.
     *
     * @param blind whether the verdict was given before the decision was shown
     * @param explanationScore 1 to 5: how well the decision explained itself
     * @param adviceHelped whether the advice was of use
     * @param took from opening the case to the verdict
     */
    public record Looking(
            boolean blind,
            Optional<String> note,
            OptionalInt explanationScore,
            Optional<Boolean> adviceHelped,
            Optional<Duration> took) {
        /** As much as a careful reviewer types. */
        public static final int NOTE_LENGTH_MAX = 4_000;

        /** Nothing beyond the verdict was said. */
        public static final Looking PLAIN =
                new Looking(
                        false,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty());

        public Looking {
            explanationScore.ifPresent(
                    score -> {
                        if (score < 1 || score > 5) {
                            throw new IllegalArgumentException("a score is 1 to 5");
                        }
                    });
            if (note.filter(text -> text.length() > NOTE_LENGTH_MAX).isPresent()) {
                throw new IllegalArgumentException(
                        "a note has at most %d characters".formatted(NOTE_LENGTH_MAX));
            }
        }
    }
}
