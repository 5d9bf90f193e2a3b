package io.praetor.adapters.sqlite;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternId;
import io.praetor.patterns.PatternStore;
import io.praetor.patterns.PatternsUnavailableException;
import io.praetor.patterns.document.PatternJson;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Patterns in a file of their own; every standing one had stays in it. Thread-safe. */
public final class SqlitePatternStore implements PatternStore, AutoCloseable {
    private static final int SCHEMA = 1;

    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS patterns (sequence INTEGER PRIMARY KEY,"
                            + " id TEXT NOT NULL, body TEXT NOT NULL) STRICT",
                    "CREATE INDEX IF NOT EXISTS patterns_by_id ON patterns (id, sequence)",
                    "CREATE TABLE IF NOT EXISTS progress (one INTEGER PRIMARY KEY CHECK (one = 1),"
                            + " reviews_read INTEGER NOT NULL) STRICT",
                    "INSERT OR IGNORE INTO progress VALUES (1, 0)",
                    "PRAGMA user_version = " + SCHEMA);

    private final Path file;
    private final Connection connection;
    private final Transaction transaction;

    private SqlitePatternStore(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        transaction = new Transaction(connection);
    }

    /** Opens or creates the file; several programs may have it open. */
    public static SqlitePatternStore open(Path file, Durability durability) {
        Connections.createFolder(file);
        try {
            Connection connection = Connections.connect(file, false);
            prepare(connection, durability);
            return new SqlitePatternStore(file, connection);
        } catch (SQLException failure) {
            throw unavailable(file, failure);
        }
    }

    private static void prepare(Connection connection, Durability durability) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + durability.synchronous());
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                row.next();
                version = row.getInt(1);
            }
            if (version > SCHEMA) {
                throw new SQLException(
                        "the file has schema %d, this program knows %d; use a newer one"
                                .formatted(version, SCHEMA));
            }
            if (version < SCHEMA) {
                for (String sql : TABLES) {
                    statement.execute(sql);
                }
            }
        }
    }

    @Override
    public synchronized List<Pattern> all() {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT body FROM patterns WHERE sequence IN"
                                + " (SELECT max(sequence) FROM patterns GROUP BY id)"
                                + " ORDER BY id")) {
            return patterns(select);
        } catch (SQLException failure) {
            throw unavailable(file, failure);
        }
    }

    @Override
    public synchronized List<Pattern> history(PatternId id) {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT body FROM patterns WHERE id = ? ORDER BY sequence")) {
            select.setString(1, id.value());
            return patterns(select);
        } catch (SQLException failure) {
            throw unavailable(file, failure);
        }
    }

    @Override
    public synchronized void keep(List<Pattern> changed, long reviewsRead) {
        try {
            transaction.run(
                    () -> {
                        insert(changed);
                        note(reviewsRead);
                    });
        } catch (SQLException failure) {
            throw unavailable(file, failure);
        }
    }

    private void insert(List<Pattern> changed) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO patterns (id, body) VALUES (?, ?)")) {
            for (Pattern each : changed) {
                insert.setString(1, each.id().value());
                insert.setString(2, PatternJson.write(each).toString());
                insert.executeUpdate();
            }
        }
    }

    private void note(long reviewsRead) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE progress SET reviews_read = ?")) {
            update.setLong(1, reviewsRead);
            update.executeUpdate();
        }
    }

    @Override
    public synchronized long changes() {
        return number("SELECT coalesce(max(sequence), 0) FROM patterns");
    }

    @Override
    public synchronized long reviewsRead() {
        return number("SELECT reviews_read FROM progress");
    }

    private long number(String sql) {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw unavailable(file, failure);
        }
    }

    private static List<Pattern> patterns(PreparedStatement select) throws SQLException {
        List<Pattern> patterns = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                patterns.add(PatternJson.read(JsonMapper.shared().readTree(row.getString(1))));
            }
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new SQLException("a pattern cannot be read: " + broken.getMessage(), broken);
        }
        return patterns;
    }

    private static PatternsUnavailableException unavailable(Path file, SQLException failure) {
        return new PatternsUnavailableException(
                "%s: patterns are out of reach: %s; check the file, or restore it from a copy"
                        .formatted(file, failure.getMessage()),
                failure);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw unavailable(file, failure);
        }
    }
}
