package io.praetor.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The import-order table of ARCHITECTURE.md.
 *
 * @param rows packages from the top of the table to the bottom
 */
record ImportOrder(List<Row> rows) {
    static final Path DOCUMENT = Path.of("ARCHITECTURE.md");

    /** Packages that may touch the world. */
    static final List<String> EDGES = List.of("serving", "adapters", "app");

    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|.*");

    /** One package of the table and the line of the document that places it. */
    record Row(String name, int line) {
        String place() {
            return DOCUMENT + ":" + line;
        }
    }

    static ImportOrder read(Repository repository) {
        List<String> lines = repository.lines(DOCUMENT);
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Matcher row = ROW.matcher(lines.get(index));
            if (row.matches()) {
                rows.add(new Row(row.group(1), index + 1));
            }
        }
        return new ImportOrder(List.copyOf(rows));
    }

    Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** Whether code of package {@code from} may import code of package {@code to}. */
    boolean permits(Row from, Row to) {
        boolean adapterServes = from.name().equals("adapters") && to.name().equals("serving");
        return from.line() >= to.line() && !adapterServes;
    }
}
