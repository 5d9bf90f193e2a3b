package io.praetor.adapters.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** Brings a database to the newest schema, one numbered migration after the other. */
final class Schema {
    /** Migration n brings {@code PRAGMA user_version} from n - 1 to n. */
    private static final List<String> MIGRATIONS = List.of("1-log.sql", "2-reviews.sql");

    /** From here on everything that {@link LogReader} reads has been there. */
    private static final int READABLE_FROM = 1;

    private Schema() {}

    /**
     * Creates or migrates in one transaction.
     *
     * @param origin the name of the log, where it is created now
     * @throws SQLException also where the database is newer than this program
     */
    static void bringUpToDate(Connection connection, String origin) throws SQLException {
        int version = version(connection);
        checkKnown(version);
        if (version < MIGRATIONS.size()) {
            new Transaction(connection).run(() -> migrate(connection, version, origin));
        }
    }

    private static void migrate(Connection connection, int version, String origin)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int next = version; next < MIGRATIONS.size(); next++) {
                statement.executeUpdate(text(MIGRATIONS.get(next)));
                statement.executeUpdate("PRAGMA user_version = " + (next + 1));
            }
        }
        if (version == 0) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO log (origin) VALUES (?)")) {
                insert.setString(1, origin);
                insert.executeUpdate();
            }
        }
    }

    static void checkReadable(Connection connection) throws SQLException {
        int version = version(connection);
        checkKnown(version);
        if (version < READABLE_FROM) {
            throw new SQLException(older(version));
        }
    }

    /** For a reader of what came with the last migration. */
    static void checkNewest(Connection connection) throws SQLException {
        int version = version(connection);
        if (version < MIGRATIONS.size()) {
            throw new SQLException(older(version));
        }
    }

    private static String older(int version) {
        return version == 0
                ? "the file is no decision log"
                : "the log has schema %d; open it once for writing to migrate it"
                        .formatted(version);
    }

    private static void checkKnown(int version) throws SQLException {
        if (version > MIGRATIONS.size()) {
            throw new SQLException(
                    "the log has schema %d, this program knows %d; use a newer one"
                            .formatted(version, MIGRATIONS.size()));
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String text(String migration) {
        try (InputStream resource =
                Objects.requireNonNull(Schema.class.getResourceAsStream(migration), migration)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
