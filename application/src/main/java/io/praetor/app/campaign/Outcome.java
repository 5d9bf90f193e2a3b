package io.praetor.app.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a campaign did and found.
 *
 * @param kills how many processes were killed
 * @param counts what happened, by name
 * @param losses one line a loss; empty where nothing that was released was lost
 */
public record Outcome(int kills, Map<Tally, Long> counts, List<String> losses, Duration time) {
    public Outcome {
        counts = Map.copyOf(counts);
        losses = List.copyOf(losses);
    }

    /** What a campaign counts. */
    public enum Tally {
        KILLED_WHILE_STARTING,
        DECISIONS,
        REFUSALS,
        DENIED_UNRECORDED,
        BUSY,
        RECORDS
    }

    public long count(Tally tally) {
        return counts.getOrDefault(tally, 0L);
    }
}
