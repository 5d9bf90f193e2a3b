package io.praetor.review;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a reviewer hands in.
 *
 * @param recordHash the chain hash of the record as the reviewer saw it
 * @param verdict of a case shown blind: a correction with the decision the reviewer would make
 * @param isRevision whether it takes the place of what the same reviewer said before
 */
public record Submission(
        RecordId record, Hash recordHash, Verdict verdict, Remarks remarks, boolean isRevision) {
    /**
     * What may be said beside the verdict.
     *
     * @param took from opening the case to the verdict, where the reviewer's screen measured it
     */
    public record Remarks(
            Optional<String> note,
            OptionalInt explanationScore,
            Optional<Boolean> adviceHelped,
            Optional<Duration> took) {
        public static final Remarks NONE =
                new Remarks(
                        Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
}
