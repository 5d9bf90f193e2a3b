package io.praetor.adapters.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;

/**
 * Moves what gathered in the write-ahead log into the database on a thread of its own, so that no
 * commit waits for the disk. What it fails to move, the writer moves at {@link
 * Connections#CHECKPOINT_PAGES}. Thread-safe.
 */
final class Checkpointing implements AutoCloseable {
    /**
     * Bytes of records between two checkpoints. Commits wait while the disk takes one in, so that
     * small ones, many a second, keep the longest wait short: docs/performance.md.
     */
    private static final long BYTES_BETWEEN = 2L << 20;

    private final Connection connection;
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    private long bytes;

    /**
     * @param connection that may write, for this alone
     */
    Checkpointing(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("praetor-checkpoint").daemon().start(this::run);
    }

    /** Notes that records were committed; called by the one writer. */
    void committed(long written) {
        bytes += written;
        if (bytes >= BYTES_BETWEEN) {
            bytes = 0;
            due.release();
        }
    }

    /** Empties the write-ahead log, so that nothing that was erased stays in it. */
    void truncate() throws SQLException {
        checkpoint("TRUNCATE");
    }

    private void run() {
        try {
            while (true) {
                due.acquire();
                checkpointQuietly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkpointQuietly() {
        try {
            checkpoint("PASSIVE");
        } catch (SQLException _) {
            // the writer does it, and says so where the disk fails
        }
    }

    private synchronized void checkpoint(String mode) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(%s)".formatted(mode));
        }
    }

    @Override
    public void close() throws SQLException {
        thread.interrupt();
        synchronized (this) {
            connection.close();
        }
    }
}
