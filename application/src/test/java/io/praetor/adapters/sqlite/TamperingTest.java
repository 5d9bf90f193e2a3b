package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.log.ChainedRecord;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.Checkpoint;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogSamples;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.LogVerifier;
import io.praetor.log.Verification;
import io.praetor.log.Verification.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a log's records, verification finds it and names the first bad record. */
class TamperingTest {
    private static final int RECORDS = 30;
    private static final long SEED = 20260302;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @TempDir private Path folder;
    private Path whole;

    @BeforeEach
    void record() {
        whole = folder.resolve("whole.db");
        write(whole, RECORDS);
    }

    private void write(Path file, int records) {
        LogSamples samples = new LogSamples(random.split());
        try (SqliteDecisionLog log =
                        SqliteDecisionLog.open(file, Durability.PROCESS, "test/tampering");
                ChainedRecorder recorder =
                        ChainedRecorder.open(log, DecisionLogContract.settings())) {
            for (int index = 0; index < records; index++) {
                recorder.record(samples.record());
            }
        }
    }

    private Path copy() throws IOException {
        Path copy = Files.createTempFile(folder, "copy", ".db");
        return Files.write(copy, Files.readAllBytes(whole));
    }

    private static Verification verified(Path log, Checkpoint... anchors) {
        try (SqliteDecisionLog opened = SqliteDecisionLog.inspect(log)) {
            return new LogVerifier(opened, opened).verify(List.of(anchors), _ -> {});
        }
    }

    private static void checkFirst(Path log, String expected) {
        assertThat(verified(log).findings().getFirst()).hasToString(expected);
    }

    @Test
    void anUntouchedLogIsSound() throws IOException {
        assertThat(verified(copy()).findings()).isEmpty();
    }

    @Test
    void aFlippedBitInAnyColumnIsFoundAtItsRecord() throws IOException, SQLException {
        List<String> columns =
                List.of(
                        "id",
                        "instant",
                        "kind",
                        "version",
                        "hash",
                        "salt",
                        "actor",
                        "body",
                        "situation",
                        "account");
        for (int round = 0; round < 60; round++) {
            String column = columns.get(round % columns.size());
            long sequence = random.nextInt(RECORDS);
            Path log = copy();
            try (Tampering tampering = new Tampering(log)) {
                flipBit(tampering, column, sequence);
            }
            assertThat(verified(log).findings())
                    .as("seed %d round %d: %s of %d", SEED, round, column, sequence)
                    .first()
                    .extracting(Finding::sequence)
                    .isEqualTo(sequence);
        }
    }

    private void flipBit(Tampering tampering, String column, long sequence) throws SQLException {
        byte[] bytes = tampering.bytes(column, sequence);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
        String hex = "X'" + HexFormat.of().formatHex(bytes) + "'";
        String value =
                switch (column) {
                    case "hash" -> hex;
                    case "instant" -> "instant ^ 1";
                    default -> "CAST(%s AS TEXT)".formatted(hex);
                };
        tampering.run(
                "UPDATE records SET %s = %s WHERE sequence = %d"
                        .formatted(column, value.replace("instant ^ 1", "instant + 1"), sequence));
    }

    @Test
    void aFlippedBitInTheFileIsFoundAtItsRecord() throws IOException, SQLException {
        for (int round = 0; round < 40; round++) {
            long sequence = random.nextInt(RECORDS);
            Path log = copy();
            byte[] body;
            try (Tampering tampering = new Tampering(log)) {
                body = tampering.bytes(random.nextBoolean() ? "situation" : "hash", sequence);
            }
            byte[] file = Files.readAllBytes(log);
            int place = indexOf(file, body);
            file[place + random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(log, file);
            assertThat(verified(log).findings())
                    .as("seed %d round %d: byte %d of %d", SEED, round, place, sequence)
                    .first()
                    .extracting(Finding::sequence)
                    .isEqualTo(sequence);
        }
    }

    private static int indexOf(byte[] file, byte[] part) {
        for (int place = 0; place + part.length <= file.length; place++) {
            int same = 0;
            while (same < part.length && file[place + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return place;
            }
        }
        throw new AssertionError("the value is not in one piece");
    }

    @Test
    void aRemovedRecordIsNamed() throws IOException, SQLException {
        for (long sequence : List.of(0L, 7L, RECORDS - 2L)) {
            Path log = copy();
            try (Tampering tampering = new Tampering(log)) {
                tampering.run("DELETE FROM records WHERE sequence = " + sequence);
            }
            checkFirst(log, "record %d: is missing".formatted(sequence));
        }
    }

    @Test
    void aRemovedRecordIsNamedEvenWhenTheOthersCloseRanks() throws IOException, SQLException {
        Path log = copy();
        try (Tampering tampering = new Tampering(log)) {
            tampering
                    .run("DELETE FROM records WHERE sequence = 9")
                    .run("UPDATE records SET sequence = -sequence WHERE sequence > 9")
                    .run("UPDATE records SET sequence = -sequence - 1 WHERE sequence < 0");
        }
        assertThat(verified(log).findings().getFirst().sequence()).isEqualTo(9);
    }

    @Test
    void swappedRecordsAreNamed() throws IOException, SQLException {
        Path log = copy();
        try (Tampering tampering = new Tampering(log)) {
            tampering
                    .run("UPDATE records SET sequence = -1 WHERE sequence = 4")
                    .run("UPDATE records SET sequence = 4 WHERE sequence = 12")
                    .run("UPDATE records SET sequence = 12 WHERE sequence = -1");
        }
        assertThat(verified(log).findings().getFirst().sequence()).isEqualTo(4);
    }

    @Test
    void aCutTailIsFoundByTheCounts() throws IOException, SQLException {
        Path log = copy();
        try (Tampering tampering = new Tampering(log)) {
            tampering.run("DELETE FROM records WHERE sequence >= 25");
        }
        checkFirst(log, "record 25: is missing; the statistics count 30 records");
    }

    @Test
    void aCutTailIsFoundByAnExportedHeadEvenWhenTheCountsWereCutToo()
            throws IOException, SQLException {
        Checkpoint exported = verified(whole).head();
        Path log = copy();
        try (Tampering tampering = new Tampering(log)) {
            tampering
                    .run("DELETE FROM records WHERE sequence >= 25")
                    .run("DELETE FROM tallies")
                    .run(
                            "INSERT INTO tallies VALUES"
                                    + " ('decision', 0, '', '', '', 25, 0, 0, 0, 0)");
        }
        assertThat(verified(log).findings()).isEmpty();
        assertThat(verified(log, exported).findings().getFirst())
                .hasToString("record 25: is missing; a head covers 30 records");
    }

    @Test
    void aRewrittenLogIsFoundByAnExportedHead() {
        Checkpoint exported = verified(whole).head();
        Path other = folder.resolve("other.db");
        write(other, RECORDS);
        assertThat(verified(other).findings()).isEmpty();
        assertThat(verified(other, exported).findings().getFirst())
                .hasToString(
                        "record 0: the records up to 29 are not those that an exported head"
                                + " covers");
    }

    @Test
    void aHeadOfAnotherLogIsSaidToBeOne() throws IOException {
        Checkpoint head = verified(whole).head();
        Checkpoint foreign = new Checkpoint("test/other", head.size(), head.root());
        assertThat(verified(copy(), foreign).findings())
                .extracting(Finding::problem)
                .containsExactly("the log is `test/tampering`, the head is of `test/other`");
    }

    @Test
    void aTruncatedFileNamesTheFirstRecordThatIsGone() throws IOException {
        int records = 200;
        Path log = folder.resolve("long.db");
        write(log, records);
        byte[] file = Files.readAllBytes(log);
        Path cut = folder.resolve("cut.db");
        for (int tenth = 3; tenth < 10; tenth++) {
            Files.write(cut, Arrays.copyOf(file, file.length / 10 * tenth));
            Finding first = verified(cut).findings().getFirst();
            assertThat(first.sequence())
                    .as("%d tenths, %s", tenth, first)
                    .isEqualTo(firstDifference(log, cut))
                    .isBetween(0L, records - 1L);
        }
    }

    /** The first record that reads otherwise than it did, or not at all. */
    private static long firstDifference(Path before, Path after) {
        try (SqliteDecisionLog whole = SqliteDecisionLog.read(before);
                SqliteDecisionLog cut = SqliteDecisionLog.inspect(after)) {
            long sequence = 0;
            while (whole.page(sequence, 1).equals(readable(cut, sequence))) {
                sequence++;
            }
            return sequence;
        }
    }

    private static List<ChainedRecord> readable(SqliteDecisionLog log, long sequence) {
        try {
            return log.page(sequence, 1);
        } catch (LogUnavailableException _) {
            return List.of();
        }
    }

    @Test
    void recordsAreNeverChangedOrDeletedThroughTheDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + whole);
                Statement statement = connection.createStatement()) {
            for (String sql :
                    List.of(
                            "DELETE FROM records WHERE sequence = 3",
                            "UPDATE records SET body = '{}' WHERE sequence = 3",
                            "UPDATE records SET actor = 'user:eve' WHERE sequence = 3",
                            "UPDATE records SET salt = NULL WHERE sequence = 3")) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(verified(whole).findings()).isEmpty();
    }
}
