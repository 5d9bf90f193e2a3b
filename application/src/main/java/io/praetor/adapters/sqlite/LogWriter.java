package io.praetor.adapters.sqlite;

import io.praetor.log.Batch;
import io.praetor.log.ChainedRecord;
import io.praetor.log.EncodedRecord;
import io.praetor.log.Micros;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.RecordId;
import io.praetor.log.Tallies;
import io.praetor.log.Tallies.LatencyKey;
import io.praetor.log.Tally;
import io.praetor.log.TallyKey;
import io.praetor.log.TreeHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes batches through prepared statements, each in one transaction. Not thread-safe. */
final class LogWriter implements AutoCloseable {
    private static final String ADD_RECORD =
            """
            INSERT INTO records
                (sequence, id, instant, kind, version, hash, salt, actor, body, situation, account)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?,
                CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))
            """;

    private static final String ADD_HEAD =
            "INSERT INTO heads (size, instant, root, block, signature) VALUES (?, ?, ?, ?, ?)";

    private static final String ADD_TALLY =
            """
            INSERT INTO tallies
                (kind, day, version, path, effect, records, judged, correct, covered, coverage)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                records = records + excluded.records,
                judged = judged + excluded.judged,
                correct = correct + excluded.correct,
                covered = covered + excluded.covered,
                coverage = coverage + excluded.coverage
            """;

    private static final String ADD_LATENCY =
            """
            INSERT INTO latencies (day, path, bucket, records) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET records = records + excluded.records
            """;

    private static final String ERASE =
            """
            UPDATE records SET salt = NULL, actor = NULL, situation = NULL, account = NULL
            WHERE id = ?
            """;

    private final Connection connection;
    private final Checkpointing checkpointing;
    private final Transaction transaction;
    private final PreparedStatement addRecord;
    private final PreparedStatement addHead;
    private final PreparedStatement addTally;
    private final PreparedStatement addLatency;

    /**
     * @param connection for this writer alone
     * @param checkpointing on the same database, closed with this
     */
    LogWriter(Connection connection, Checkpointing checkpointing) throws SQLException {
        this.connection = connection;
        this.checkpointing = checkpointing;
        this.transaction = new Transaction(connection);
        this.addRecord = connection.prepareStatement(ADD_RECORD);
        this.addHead = connection.prepareStatement(ADD_HEAD);
        this.addTally = connection.prepareStatement(ADD_TALLY);
        this.addLatency = connection.prepareStatement(ADD_LATENCY);
    }

    void append(Batch batch) throws SQLException {
        try {
            transaction.run(
                    () -> {
                        for (ChainedRecord record : batch.records()) {
                            add(record);
                        }
                        addRecord.executeBatch();
                        for (TreeHead head : batch.heads()) {
                            add(head);
                        }
                        add(batch.tallies());
                    });
            checkpointing.committed(bytesOf(batch));
        } finally {
            addRecord.clearBatch();
            addTally.clearBatch();
            addLatency.clearBatch();
        }
    }

    /** Overwrites what it deletes, in the database and in the write-ahead log. */
    void erase(List<RecordId> records) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement(ERASE)) {
            transaction.run(
                    () -> {
                        for (RecordId record : records) {
                            erase.setString(1, record.value());
                            erase.executeUpdate();
                        }
                    });
            checkpointing.truncate();
        }
    }

    private static long bytesOf(Batch batch) {
        long bytes = 0;
        for (ChainedRecord record : batch.records()) {
            bytes += record.record().body().length();
        }
        return bytes;
    }

    private void add(ChainedRecord chained) throws SQLException {
        EncodedRecord record = chained.record();
        addRecord.setLong(1, chained.sequence());
        addRecord.setString(2, record.id().value());
        addRecord.setLong(3, Micros.of(record.at()));
        addRecord.setString(4, record.kind().label());
        addRecord.setString(5, record.version());
        addRecord.setBytes(6, chained.hash().toBytes());
        Optional<Personal> personal = record.body().personal();
        addRecord.setString(7, personal.map(said -> said.salt().hex()).orElse(null));
        addRecord.setString(8, personal.flatMap(Personal::actor).orElse(null));
        addRecord.setBytes(9, record.body().open().toBytes());
        addRecord.setBytes(
                10, personal.flatMap(Personal::situation).map(j -> j.toBytes()).orElse(null));
        addRecord.setBytes(11, personal.map(said -> said.account().toBytes()).orElse(null));
        addRecord.addBatch();
    }

    private void add(TreeHead head) throws SQLException {
        addHead.setLong(1, head.size());
        addHead.setLong(2, Micros.of(head.at()));
        addHead.setBytes(3, head.root().toBytes());
        addHead.setBytes(4, head.block().toBytes());
        addHead.setString(5, head.signature().orElse(null));
        addHead.executeUpdate();
    }

    private void add(Tallies tallies) throws SQLException {
        for (Map.Entry<TallyKey, Tally> entry : tallies.counts().entrySet()) {
            TallyKey key = entry.getKey();
            Tally tally = entry.getValue();
            addTally.setString(1, key.kind().label());
            addTally.setLong(2, key.day());
            addTally.setString(3, key.version());
            addTally.setString(4, key.path());
            addTally.setString(5, key.effect());
            addTally.setLong(6, tally.records());
            addTally.setLong(7, tally.judged());
            addTally.setLong(8, tally.correct());
            addTally.setLong(9, tally.covered());
            addTally.setDouble(10, tally.coverage());
            addTally.addBatch();
        }
        addTally.executeBatch();
        for (Map.Entry<LatencyKey, Long> entry : tallies.latencies().entrySet()) {
            LatencyKey key = entry.getKey();
            addLatency.setLong(1, key.day());
            addLatency.setString(2, key.path());
            addLatency.setInt(3, key.bucket());
            addLatency.setLong(4, entry.getValue());
            addLatency.addBatch();
        }
        addLatency.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        checkpointing.close();
        connection.close();
    }
}
