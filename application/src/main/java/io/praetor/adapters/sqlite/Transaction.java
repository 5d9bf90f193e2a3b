package io.praetor.adapters.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Everything or nothing on one connection. Begins and ends transactions itself: SQLite rolls some
 * failures back on its own, such as a full disk, and the driver would not notice. Not thread-safe.
 */
final class Transaction {
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;

    /**
     * @param connection left in auto-commit mode
     */
    Transaction(Connection connection) throws SQLException {
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
        this.rollback = connection.prepareStatement("ROLLBACK");
    }

    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    void run(Work work) throws SQLException {
        begin.execute();
        boolean isCommitted = false;
        try {
            work.run();
            commit.execute();
            isCommitted = true;
        } finally {
            if (!isCommitted) {
                rollBack();
            }
        }
    }

    /** Where there is nothing left to roll back, SQLite has done it. */
    private void rollBack() {
        try {
            rollback.execute();
        } catch (SQLException _) {
            // the failure that led here says more, and BEGIN fails where one is still open
        }
    }
}
