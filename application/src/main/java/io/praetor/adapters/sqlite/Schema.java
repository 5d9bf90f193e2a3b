package io.praetor.adapters.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Brings a log to the newest schema. */
final class Schema {
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
        int version = Migrations.LOG.version(connection);
        if (!Migrations.LOG.areDone(connection)) {
            new Transaction(connection).run(() -> migrate(connection, version, origin));
        }
    }

    private static void migrate(Connection connection, int version, String origin)
            throws SQLException {
        Migrations.LOG.take(connection);
        if (version == 0) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO log (origin) VALUES (?)")) {
                insert.setString(1, origin);
                insert.executeUpdate();
            }
        }
    }

    static void checkReadable(Connection connection) throws SQLException {
        int version = Migrations.LOG.version(connection);
        if (version < READABLE_FROM) {
            throw new SQLException(older(version));
        }
    }

    /** For a reader of what came with the last migration. */
    static void checkNewest(Connection connection) throws SQLException {
        if (!Migrations.LOG.areDone(connection)) {
            throw new SQLException(older(Migrations.LOG.version(connection)));
        }
    }

    private static String older(int version) {
        return version == 0
                ? "the file is no decision log"
                : "the log has schema %d; open it once for writing to migrate it"
                        .formatted(version);
    }
}
