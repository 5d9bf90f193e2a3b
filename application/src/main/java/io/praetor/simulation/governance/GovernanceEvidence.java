package io.praetor.simulation.governance;

import java.util.List;

/** Everything a campaign of seeded runs measured. */
public record GovernanceEvidence(int runs, long seed, List<Row> rows) {
    public GovernanceEvidence {
        rows = List.copyOf(rows);
    }

    public boolean isReached() {
        return rows.stream().allMatch(Row::isReached);
    }
}
