package io.praetor.suite.report;

import java.util.List;

/** A titled table of plain texts; every row has as many cells as there are columns. */
public record Table(String title, List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(title + ": a row of " + row.size() + " cells");
            }
        }
    }
}
