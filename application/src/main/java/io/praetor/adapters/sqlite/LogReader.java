package io.praetor.adapters.sqlite;

import io.praetor.log.ActorRecords;
import io.praetor.log.ActorRecords.Past;
import io.praetor.log.CanonicalJson;
import io.praetor.log.ChainedRecord;
import io.praetor.log.EncodedRecord;
import io.praetor.log.Hash;
import io.praetor.log.Micros;
import io.praetor.log.Outline;
import io.praetor.log.RecordBody;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.RecordId;
import io.praetor.log.RecordKind;
import io.praetor.log.Salt;
import io.praetor.log.Tallies;
import io.praetor.log.Tallies.LatencyKey;
import io.praetor.log.Tally;
import io.praetor.log.TallyKey;
import io.praetor.log.TreeHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows back as records, byte for byte as they are stored. Not thread-safe. */
final class LogReader implements AutoCloseable {
    private static final String COLUMNS =
            "sequence, id, instant, kind, version, hash, salt, actor, body, situation, account";

    private final Connection connection;

    /** What can be read of a damaged log is better than nothing, for those who look for damage. */
    private final boolean isInspection;

    private final PreparedStatement page;
    private final PreparedStatement find;
    private final PreparedStatement latest;
    private final PreparedStatement verdict;

    LogReader(Connection connection, boolean isInspection) throws SQLException {
        this.connection = connection;
        this.isInspection = isInspection;
        this.page =
                connection.prepareStatement(
                        "SELECT %s FROM records WHERE sequence >= ? ORDER BY sequence LIMIT ?"
                                .formatted(COLUMNS));
        this.find =
                connection.prepareStatement(
                        "SELECT %s FROM records WHERE id = ?".formatted(COLUMNS));
        // Backwards by sequence; the body is looked at only where the actor is the one.
        this.latest =
                connection.prepareStatement(
                        """
                        SELECT %s FROM records
                        WHERE sequence > (SELECT max(sequence) FROM records) - ?
                            AND actor = ? AND kind = 'decision' AND body -> '$.trial' IS NULL
                        ORDER BY sequence DESC LIMIT ?
                        """
                                .formatted(COLUMNS));
        this.verdict =
                connection.prepareStatement("SELECT verdict FROM current_reviews WHERE record = ?");
    }

    Outline outline() throws SQLException {
        try (PreparedStatement log = connection.prepareStatement("SELECT origin FROM log");
                ResultSet row = log.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the log has no name");
            }
            return new Outline(text(row, 1), heads());
        }
    }

    private List<TreeHead> heads() throws SQLException {
        String select = "SELECT size, instant, root, block, signature FROM heads ORDER BY size";
        List<TreeHead> found = new ArrayList<>();
        try (PreparedStatement heads = connection.prepareStatement(select);
                ResultSet row = heads.executeQuery()) {
            while (row.next()) {
                found.add(
                        new TreeHead(
                                row.getLong(1),
                                Micros.instant(row.getLong(2)),
                                hash(row.getBytes(3)),
                                hash(row.getBytes(4)),
                                Optional.ofNullable(row.getString(5))));
            }
        } catch (SQLException damaged) {
            if (!isInspection) {
                throw damaged;
            }
        } catch (IllegalArgumentException garbled) {
            if (!isInspection) {
                throw broken(garbled);
            }
        }
        return found;
    }

    List<ChainedRecord> page(long from, int max) throws SQLException {
        page.setLong(1, from);
        page.setInt(2, max);
        try (ResultSet row = page.executeQuery()) {
            List<ChainedRecord> records = new ArrayList<>();
            while (row.next()) {
                records.add(record(row));
            }
            return records;
        }
    }

    Optional<ChainedRecord> find(RecordId id) throws SQLException {
        find.setString(1, id.value());
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(record(row)) : Optional.empty();
        }
    }

    Past latestOf(String actor, int max) throws SQLException {
        latest.setInt(1, ActorRecords.WINDOW);
        latest.setString(2, actor);
        latest.setInt(3, max);
        List<ChainedRecord> records = new ArrayList<>();
        try (ResultSet row = latest.executeQuery()) {
            while (row.next()) {
                records.add(record(row));
            }
        }
        int reviewed = 0;
        int corrected = 0;
        for (ChainedRecord record : records) {
            verdict.setString(1, record.record().id().value());
            try (ResultSet row = verdict.executeQuery()) {
                if (row.next()) {
                    reviewed++;
                    corrected += row.getString(1).equals("corrected") ? 1 : 0;
                }
            }
        }
        return new Past(records, reviewed, corrected);
    }

    Tallies tallies() throws SQLException {
        Tallies tallies = new Tallies();
        try {
            addCounts(tallies);
            addLatencies(tallies);
        } catch (IllegalArgumentException garbled) {
            throw broken(garbled);
        }
        return tallies;
    }

    private void addCounts(Tallies tallies) throws SQLException {
        String counts =
                """
                SELECT kind, day, version, path, effect, records, judged, correct, covered, coverage
                FROM tallies
                """;
        try (PreparedStatement select = connection.prepareStatement(counts);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tallies.add(
                        new TallyKey(
                                RecordKind.ofLabel(text(row, 1)),
                                row.getLong(2),
                                text(row, 3),
                                text(row, 4),
                                text(row, 5)),
                        new Tally(
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getDouble(10)));
            }
        }
    }

    private void addLatencies(Tallies tallies) throws SQLException {
        String histogram = "SELECT day, path, bucket, records FROM latencies";
        try (PreparedStatement select = connection.prepareStatement(histogram);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tallies.add(
                        new LatencyKey(row.getLong(1), text(row, 2), row.getInt(3)),
                        row.getLong(4));
            }
        }
    }

    /** A value that no writer of ours can have stored is an SQLException, like a broken page. */
    private static ChainedRecord record(ResultSet row) throws SQLException {
        try {
            return new ChainedRecord(
                    row.getLong(1),
                    new EncodedRecord(
                            new RecordId(text(row, 2)),
                            Micros.instant(row.getLong(3)),
                            RecordKind.ofLabel(text(row, 4)),
                            text(row, 5),
                            new RecordBody(json(row.getBytes(9)), personal(row))),
                    hash(row.getBytes(6)));
        } catch (IllegalArgumentException garbled) {
            throw broken(garbled);
        }
    }

    private static SQLException broken(IllegalArgumentException garbled) {
        return new SQLException(garbled.getMessage(), garbled);
    }

    /** A damaged page may hold nothing where the schema says that something is. */
    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new SQLException(
                    "`%s` is missing".formatted(row.getMetaData().getColumnName(column)));
        }
        return text;
    }

    private static Optional<Personal> personal(ResultSet row) throws SQLException {
        String salt = row.getString(7);
        if (salt == null) {
            return Optional.empty();
        }
        byte @Nullable [] situation = row.getBytes(10);
        return Optional.of(
                new Personal(
                        new Salt(salt),
                        json(row.getBytes(11)),
                        Optional.ofNullable(row.getString(8)),
                        situation == null ? Optional.empty() : Optional.of(json(situation))));
    }

    private static CanonicalJson json(byte @Nullable [] bytes) {
        return CanonicalJson.stored(bytes == null ? new byte[0] : bytes);
    }

    private static Hash hash(byte @Nullable [] bytes) {
        return Hash.of(bytes == null ? new byte[0] : bytes);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
