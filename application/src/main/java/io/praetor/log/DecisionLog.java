package io.praetor.log;

import java.util.List;
import java.util.Optional;

/**
 * Keeps chained records in order. One writer, any number of readers. Where the world fails, each
 * method throws {@link LogUnavailableException}.
 */
public interface DecisionLog {
    /** Which log this is, and its tree heads. */
    Outline outline();

    /**
     * Adds all of the batch or nothing; on return it is as durable as the log was opened for. A
     * sequence or an id that is already there is refused.
     */
    void append(Batch batch);

    /** At most {@code max} records from sequence {@code from} on, ascending; gaps stay gaps. */
    List<ChainedRecord> page(long from, int max);

    Optional<ChainedRecord> find(RecordId id);
}
