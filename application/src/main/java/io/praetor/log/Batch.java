package io.praetor.log;

import java.util.List;

/**
 * Records to be added together, in order, with what they change.
 *
 * @param heads the tree heads that these records complete
 * @param tallies what these records add to the statistics
 */
public record Batch(List<ChainedRecord> records, List<TreeHead> heads, Tallies tallies) {
    public Batch {
        records = List.copyOf(records);
        heads = List.copyOf(heads);
    }
}
