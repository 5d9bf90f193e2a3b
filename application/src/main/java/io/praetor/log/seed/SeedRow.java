package io.praetor.log.seed;

import java.util.Map;
import java.util.Optional;

/**
 * A row of the reference's decisions table, as it is.
 *
 * @param number counted from 1 in the order of the table
 * @param columns values that are not null, by column: String, Double or Long
 */
public record SeedRow(long number, Map<String, Object> columns) {
    public SeedRow {
        columns = Map.copyOf(columns);
    }

    Optional<String> text(String column) {
        return Optional.ofNullable(columns.get(column)).map(String::valueOf);
    }
}
