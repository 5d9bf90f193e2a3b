package io.praetor.adapters.sqlite;

import io.praetor.log.LogUnavailableException;
import io.praetor.log.seed.SeedRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the decisions table of a database that the reference wrote (seed 003). */
public final class SeedDatabase {
    private final Path file;

    public SeedDatabase(Path file) {
        this.file = file;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    /**
     * Every row in the order it was written.
     *
     * @throws LogUnavailableException where the file is no database with that table
     */
    public void read(Consumer<SeedRow> rows) {
        reading(
                statement -> {
                    String all = "SELECT * FROM decisions ORDER BY rowid";
                    try (ResultSet row = statement.executeQuery(all)) {
                        for (long number = 1; row.next(); number++) {
                            rows.accept(new SeedRow(number, columns(row)));
                        }
                    }
                    return true;
                });
    }

    /**
     * How many rows there are.
     *
     * @throws LogUnavailableException where the file is no database with that table
     */
    public long rows() {
        return reading(
                statement -> {
                    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM decisions")) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private <T> T reading(Work<T> work) {
        if (!Files.exists(file)) {
            throw new LogUnavailableException(file + ": no such file");
        }
        try (Connection connection = Connections.connect(file, true);
                Statement statement = connection.createStatement()) {
            requireTable(statement);
            return work.on(statement);
        } catch (SQLException failure) {
            throw new LogUnavailableException(
                    "%s: no database of decisions can be read from it: %s"
                            .formatted(file, String.valueOf(failure.getMessage())),
                    failure);
        }
    }

    private static void requireTable(Statement statement) throws SQLException {
        String id =
                """
                SELECT count(*) FROM sqlite_schema AS found, pragma_table_info('decisions') AS part
                WHERE found.type = 'table' AND found.name = 'decisions'
                    AND part.name = 'decision_id'
                """;
        try (ResultSet row = statement.executeQuery(id)) {
            row.next();
            if (row.getInt(1) == 0) {
                throw new SQLException("it has no table `decisions` with a column `decision_id`");
            }
        }
    }

    private static Map<String, Object> columns(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new HashMap<>();
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            Object value = row.getObject(index);
            if (value != null) {
                values.put(columns.getColumnName(index), plain(value));
            }
        }
        return values;
    }

    /** Numbers and texts as they are, but for what JSON has no number for; blobs as hex. */
    private static Object plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Integer number -> number.longValue();
            case Long number -> number;
            case Double number when Double.isFinite(number) -> number;
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> String.valueOf(value);
        };
    }
}
