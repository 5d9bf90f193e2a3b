package io.praetor.log;

import java.util.List;

/** Looks up what one actor did of late. Throws {@link LogUnavailableException}. Thread-safe. */
@FunctionalInterface
public interface ActorRecords {
    /**
     * How many of the log's last records are looked through. An index over actors would see further
     * and cost every append half again as much processor time; so the past of an actor ends where a
     * busy log has moved on.
     */
    int WINDOW = 5_000;

    /**
     * The last decisions about {@code actor}, newest first. Those that a suite asked for are left
     * out, and what was erased is not found.
     */
    Past latestOf(String actor, int max);

    /**
     * What was found.
     *
     * @param reviewed how many of the records were reviewed
     * @param corrected how many of those the current review corrects
     */
    record Past(List<ChainedRecord> records, int reviewed, int corrected) {
        public Past {
            records = List.copyOf(records);
        }
    }
}
