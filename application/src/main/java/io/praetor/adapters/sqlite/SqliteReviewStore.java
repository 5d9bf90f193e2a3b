package io.praetor.adapters.sqlite;

import io.praetor.log.LogUnavailableException;
import io.praetor.log.RecordId;
import io.praetor.review.Review;
import io.praetor.review.ReviewStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reviews beside the records they are about, in the log's own database. Whoever writes them holds
 * the log open for writing; a review is durable as the log is. Thread-safe.
 */
public final class SqliteReviewStore implements ReviewStore, AutoCloseable {
    private static final String OF_RECORD =
            "SELECT %s FROM reviews WHERE record = ? ORDER BY sequence"
                    .formatted(ReviewRow.COLUMNS);

    /** Sequences have no gaps: reviews are never deleted, and one connection adds them. */
    private static final String AFTER =
            "SELECT %s FROM reviews WHERE sequence > ? ORDER BY sequence LIMIT ?"
                    .formatted(ReviewRow.COLUMNS);

    private final Path file;
    private final Connection connection;
    private final boolean isWritable;

    private SqliteReviewStore(Path file, Connection connection, boolean isWritable) {
        this.file = file;
        this.connection = connection;
        this.isWritable = isWritable;
    }

    /** Opens the reviews of a log that this process holds open for writing. */
    public static SqliteReviewStore open(Path file, Durability durability) {
        try {
            Connection connection = Connections.writing(file, durability, "", List.of());
            return new SqliteReviewStore(file, connection, true);
        } catch (SQLException failure) {
            throw SqliteFailure.of(file, failure);
        }
    }

    /** Opens the reviews of a log that is there, to be read only. */
    public static SqliteReviewStore read(Path file) {
        try {
            Connection connection = Connections.reading(file);
            Schema.checkNewest(connection);
            return new SqliteReviewStore(file, connection, false);
        } catch (SQLException failure) {
            throw SqliteFailure.of(file, failure);
        }
    }

    @Override
    public synchronized void append(Review review) {
        if (!isWritable) {
            throw new LogUnavailableException(file + ": reviews were opened for reading only");
        }
        try (PreparedStatement insert = connection.prepareStatement(ReviewRow.INSERT)) {
            ReviewRow.write(review, insert);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw SqliteFailure.of(file, failure);
        }
    }

    @Override
    public synchronized List<Review> of(RecordId record) {
        try (PreparedStatement select = connection.prepareStatement(OF_RECORD)) {
            select.setString(1, record.value());
            return rows(select);
        } catch (SQLException failure) {
            throw SqliteFailure.of(file, failure);
        }
    }

    @Override
    public synchronized List<Review> after(long skipped, int max) {
        try (PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setLong(1, skipped);
            select.setInt(2, max);
            return rows(select);
        } catch (SQLException failure) {
            throw SqliteFailure.of(file, failure);
        }
    }

    private static List<Review> rows(PreparedStatement select) throws SQLException {
        List<Review> reviews = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reviews.add(ReviewRow.read(row));
            }
        }
        return reviews;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw SqliteFailure.of(file, failure);
        }
    }
}
