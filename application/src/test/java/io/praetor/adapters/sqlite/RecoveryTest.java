package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.decision.Recording;
import io.praetor.decision.Recording.NotRecorded;
import io.praetor.decision.Recording.Recorded;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogEntry;
import io.praetor.log.LogSamples;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.LogVerifier;
import io.praetor.log.RecordId;
import io.praetor.log.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that was left in the middle, cannot grow, or belongs to somebody else. */
class RecoveryTest {
    private static final long SEED = 9;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final LogSamples samples = new LogSamples(random.split());

    @TempDir private Path folder;

    /** What the recorder said last. */
    private Recording last = new Recorded(0, "");

    private SqliteDecisionLog open(Path file) {
        return SqliteDecisionLog.open(file, Durability.PROCESS, "test/recovery");
    }

    private static Verification verified(SqliteDecisionLog log) {
        return new LogVerifier(log, log).verify(List.of(), _ -> {});
    }

    /** Records until the log refuses or {@code count} is reached; gives what was acknowledged. */
    private List<RecordId> recorded(SqliteDecisionLog log, int count) {
        List<RecordId> acknowledged = new ArrayList<>();
        try (ChainedRecorder recorder = ChainedRecorder.open(log, DecisionLogContract.settings())) {
            last = new Recorded(0, "");
            while (acknowledged.size() < count && last instanceof Recorded) {
                LogEntry entry = samples.record();
                last = recorder.record(entry);
                if (last instanceof Recorded) {
                    acknowledged.add(entry.id());
                }
            }
        }
        return acknowledged;
    }

    private static void checkHolds(SqliteDecisionLog log, List<RecordId> acknowledged) {
        assertThat(acknowledged).isNotEmpty().allMatch(id -> log.find(id).isPresent());
        assertThat(verified(log).findings()).isEmpty();
    }

    @Test
    void whatWasAcknowledgedIsThereWhenTheWriterNeverClosed() throws IOException {
        Path left = folder.resolve("left.db");
        List<RecordId> acknowledged;
        try (SqliteDecisionLog log = open(folder.resolve("log.db"))) {
            acknowledged = recorded(log, 50);
            copy(folder.resolve("log.db"), left, 1);
        }
        try (SqliteDecisionLog log = open(left)) {
            checkHolds(log, acknowledged);
            acknowledged.addAll(recorded(log, 5));
            checkHolds(log, acknowledged);
        }
    }

    @Test
    void aTornWriteAheadLogOpensAsAShorterSoundLog() throws IOException {
        try (SqliteDecisionLog log = open(folder.resolve("log.db"))) {
            recorded(log, 50);
            for (int round = 0; round < 12; round++) {
                Path torn = folder.resolve("torn%d.db".formatted(round));
                copy(folder.resolve("log.db"), torn, random.nextDouble());
                try (SqliteDecisionLog reopened = open(torn)) {
                    recorded(reopened, 3);
                    assertThat(verified(reopened).findings())
                            .as("seed %d round %d", SEED, round)
                            .isEmpty();
                }
            }
        }
    }

    private static void copy(Path log, Path to, double share) throws IOException {
        Files.copy(log, to);
        byte[] ahead = Files.readAllBytes(log.resolveSibling(log.getFileName() + "-wal"));
        Files.write(
                to.resolveSibling(to.getFileName() + "-wal"),
                Arrays.copyOf(ahead, (int) (ahead.length * share)));
    }

    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() {
        Path file = folder.resolve("log.db");
        List<RecordId> acknowledged;
        try (SqliteDecisionLog log =
                SqliteDecisionLog.open(
                        file,
                        Durability.PROCESS,
                        "test/recovery",
                        List.of("PRAGMA max_page_count = 40"))) {
            acknowledged = recorded(log, 1000);
            assertThat(last)
                    .isEqualTo(
                            new NotRecorded(
                                    file
                                            + ": disk is full; free some space, nothing that was"
                                            + " released is lost"));
            checkHolds(log, acknowledged);
        }
        try (SqliteDecisionLog log = open(file)) {
            acknowledged.addAll(recorded(log, 10));
            checkHolds(log, acknowledged);
        }
    }

    @Test
    void aSecondWriterIsTurnedAway() {
        Path file = folder.resolve("log.db");
        try (SqliteDecisionLog _ = open(file)) {
            checkRefused(
                    () -> open(file),
                    file
                            + ": another process is writing this log; stop it, or choose another"
                            + " log");
            try (SqliteDecisionLog reading = SqliteDecisionLog.read(file)) {
                assertThat(verified(reading).findings()).isEmpty();
            }
        }
        open(file).close();
    }

    @Test
    void aReaderCannotWrite() {
        Path file = folder.resolve("log.db");
        open(file).close();
        try (SqliteDecisionLog reading = SqliteDecisionLog.read(file)) {
            checkRefused(
                    () -> reading.erase(List.of()), file + ": log was opened for reading only");
        }
    }

    @Test
    void whatIsNoLogIsSaidToBeNone() throws IOException {
        Path missing = folder.resolve("missing.db");
        checkRefused(() -> SqliteDecisionLog.read(missing), missing + ": no such log");
        Path text = Files.writeString(folder.resolve("text.db"), "no database ".repeat(100));
        assertThatThrownBy(() -> open(text))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageStartingWith(text + ": log is damaged (");
        Path empty = Files.createFile(folder.resolve("empty.db"));
        checkRefused(
                () -> SqliteDecisionLog.read(empty),
                empty + ": log failed: the file is no decision log");
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageStartingWith(folder + ": log cannot be opened");
        Path below = text.resolve("below").resolve("log.db");
        assertThatThrownBy(() -> open(below))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageContaining("folder cannot be created");
    }

    @Test
    void aLogOfANewerProgramIsLeftAlone() throws SQLException {
        Path file = folder.resolve("log.db");
        open(file).close();
        try (Tampering newer = new Tampering(file)) {
            newer.run("PRAGMA user_version = 99");
        }
        checkRefused(
                () -> open(file),
                file
                        + ": log failed: the log has schema 99, this program knows 2; use a"
                        + " newer one");
    }

    private static void checkRefused(Runnable work, String message) {
        assertThatThrownBy(work::run)
                .isInstanceOf(LogUnavailableException.class)
                .hasMessage(message);
    }

    @Test
    void theDurabilityIsTheOneThatWasAskedFor() throws SQLException {
        checkSetting(Durability.PROCESS, "synchronous", "1");
        checkSetting(Durability.POWER, "synchronous", "2");
        checkSetting(Durability.POWER, "journal_mode", "wal");
        checkSetting(Durability.POWER, "foreign_keys", "1");
    }

    private void checkSetting(Durability durability, String setting, String expected)
            throws SQLException {
        Path file = folder.resolve(durability + setting + ".db");
        try (Connection connection =
                        Connections.writing(file, durability, "test/recovery", List.of());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + setting)) {
            assertThat(row.getString(1)).isEqualTo(expected);
        }
    }
}
