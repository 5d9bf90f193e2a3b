package io.praetor.log;

import java.util.List;
import java.util.Optional;

/**
 * What became of checking a whole log.
 *
 * @param head of what was read
 * @param erased records whose personal parts were deleted, each named by an erasure record
 * @param findings what is wrong, the first bad record first; empty where the log is sound
 */
public record Verification(Checkpoint head, long erased, List<Finding> findings) {
    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }

    /**
     * Something wrong.
     *
     * @param sequence of the first record it is about
     * @param id where that record is there
     * @param problem a lower-case fragment
     */
    public record Finding(long sequence, Optional<RecordId> id, String problem) {
        @Override
        public String toString() {
            return "record %d%s: %s"
                    .formatted(sequence, id.map(each -> " `" + each + "`").orElse(""), problem);
        }
    }
}
