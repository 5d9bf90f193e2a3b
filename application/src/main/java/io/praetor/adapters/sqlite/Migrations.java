package io.praetor.adapters.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * The numbered steps that bring a database to its newest schema; {@code PRAGMA user_version} says
 * how many were taken.
 *
 * @param name of what the database holds, such as {@code log}
 * @param files step n brings the version from n - 1 to n
 */
record Migrations(String name, List<String> files) {
    static final Migrations LOG = new Migrations("log", List.of("1-log.sql", "2-reviews.sql"));

    static final Migrations GOVERNANCE =
            new Migrations("governance store", List.of("governance-1.sql", "governance-2.sql"));

    /** Takes the steps that are left; within the caller's transaction. */
    void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int next = version(connection); next < files.size(); next++) {
                statement.executeUpdate(text(files.get(next)));
                statement.executeUpdate("PRAGMA user_version = " + (next + 1));
            }
        }
    }

    boolean areDone(Connection connection) throws SQLException {
        return version(connection) == files.size();
    }

    /** The number of steps taken; an SQLException where the database is newer than this program. */
    int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            int version = row.getInt(1);
            if (version > files.size()) {
                throw new SQLException(
                        "the %s has schema %d, this program knows %d; use a newer one"
                                .formatted(name, version, files.size()));
            }
            return version;
        }
    }

    private static String text(String migration) {
        try (InputStream resource =
                Objects.requireNonNull(
                        Migrations.class.getResourceAsStream(migration), migration)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
