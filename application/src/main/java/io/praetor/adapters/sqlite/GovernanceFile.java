package io.praetor.adapters.sqlite;

import io.praetor.governance.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The SQLite file of governance, one connection to it. Thread-safe: one at a time. */
final class GovernanceFile implements AutoCloseable {
    private final Path path;
    private final Connection connection;
    private final Transaction transaction;

    private GovernanceFile(Path path, Connection connection, Transaction transaction) {
        this.path = path;
        this.connection = connection;
        this.transaction = transaction;
    }

    /** Work on rows with a result. */
    @FunctionalInterface
    interface Work<T> {
        T on(Rows rows) throws SQLException;
    }

    static GovernanceFile open(Path path) {
        Connections.createFolder(path);
        try {
            Connection connection = Connections.connect(path, false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA foreign_keys = ON");
            }
            Transaction transaction = new Transaction(connection);
            if (!Migrations.GOVERNANCE.areDone(connection)) {
                transaction.run(() -> Migrations.GOVERNANCE.take(connection));
            }
            return new GovernanceFile(path, connection, transaction);
        } catch (SQLException failure) {
            throw unavailable(path, failure);
        }
    }

    /** Reads within one transaction, so that what is read fits together. */
    synchronized <T> T read(Work<T> work) {
        return write(work);
    }

    synchronized <T> T write(Work<T> work) {
        List<T> result = new ArrayList<>(1);
        try {
            transaction.run(() -> result.add(work.on(new Rows(connection))));
        } catch (SQLException failure) {
            throw unavailable(path, failure);
        }
        return result.getFirst();
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw unavailable(path, failure);
        }
    }

    private static StoreUnavailableException unavailable(Path path, SQLException failure) {
        return new StoreUnavailableException(
                "%s: governance store cannot be used: %s; see that the disk has room, the file its"
                                .formatted(path, failure.getMessage())
                        + " rights, and no other program its lock",
                failure);
    }
}
