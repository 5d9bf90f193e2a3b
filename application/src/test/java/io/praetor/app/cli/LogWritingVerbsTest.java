package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verbs that write to the log: erase and import. */
class LogWritingVerbsTest {
    @TempDir private static Path shared;
    private static RecordedDemo demo;

    @TempDir private Path folder;

    @BeforeAll
    static void decide() {
        demo = RecordedDemo.in(shared);
    }

    @BeforeEach
    void copy() {
        demo.copyTo(folder);
    }

    private Ran log(String verb, String... options) {
        List<String> arguments = new ArrayList<>(List.of("log", verb));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--log", "log.db"));
        return Ran.in(folder, arguments.toArray(String[]::new));
    }

    private static JsonNode json(Ran ran) {
        return JsonMapper.shared().readTree(ran.out());
    }

    private static void check(Ran ran, int status, String error) {
        assertThat(ran).isEqualTo(new Ran(status, "", "praetor: " + error + "\n"));
    }

    private static void checkUsage(Ran ran, String error) {
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("praetor: " + error + "\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void anErasedRecordLosesItsPersonsAndKeepsItsPlace() {
        Ran erased = log("erase", demo.id(2), "--reason", "art. 17", "--approver", "user:ada");
        assertThat(erased).isEqualTo(new Ran(0, "erased the personal parts of 1 records\n", ""));
        JsonNode event =
                JsonMapper.shared()
                        .readTree(log("export", "--from", "2", "--to", "3").out().strip());
        assertThat(event.has("actor")).isFalse();
        assertThat(event.has("situation")).isFalse();
        JsonNode verified = json(log("verify", "--json"));
        assertThat(verified.path("sound").asBoolean()).isTrue();
        assertThat(verified.path("erased").asInt()).isEqualTo(1);
        assertThat(verified.path("records").asInt()).isEqualTo(demo.count() + 1);
    }

    @Test
    void everyRecordOfAPersonIsErased() {
        String actor =
                JsonMapper.shared()
                        .readTree(log("export", "--from", "0", "--to", "1").out().strip())
                        .path("actor")
                        .asString();
        long theirs =
                log("export")
                        .out()
                        .lines()
                        .filter(line -> line.contains("\"actor\":\"" + actor))
                        .count();
        assertThat(theirs).isPositive();
        Ran erased =
                log(
                        "erase",
                        "--actor",
                        actor,
                        "--reason",
                        "art. 17",
                        "--approver",
                        "user:ada",
                        "--json");
        assertThat(erased.out()).isEqualTo("{\"erased\":%d}\n".formatted(theirs));
        assertThat(log("export").out()).doesNotContain("\"actor\":\"" + actor + "\"");
        assertThat(log("verify").status()).isZero();
    }

    @Test
    void anErasureNeedsRecordsAReasonAndAnApprover() {
        checkUsage(
                log("erase", "--reason", "r", "--approver", "a"),
                "say the IDs of records, or --actor");
        checkUsage(
                log("erase", demo.id(1), "--approver", "a"),
                "missing required option: '--reason=TEXT'");
        checkUsage(
                log("erase", demo.id(1), "--reason", "r"),
                "missing required option: '--approver=WHO'");
        check(
                log("erase", demo.id(1), "no-such", "--reason", "r", "--approver", "a"),
                3,
                "no record `no-such` in the log");
        check(log("erase", "", "--reason", "r", "--approver", "a"), 3, "no record `` in the log");
        assertThat(json(log("verify", "--json")).path("erased").asInt()).isZero();
    }

    @Test
    void aReferenceDatabaseIsTakenInOnce() throws SQLException {
        try (Connection seed =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.db"));
                Statement statement = seed.createStatement()) {
            statement.execute(
                    "CREATE TABLE decisions (decision_id TEXT PRIMARY KEY, timestamp TEXT,"
                            + " situation TEXT, decision TEXT)");
            statement.execute(
                    "INSERT INTO decisions VALUES ('a', '2026-02-02T08:05:23.4', '{}', 'allow'),"
                            + " ('b', '2026-02-02T08:05:24.4', '{}', 'perhaps')");
        }
        Ran first = log("import", "s.db");
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.out())
                .contains("perhaps")
                .endsWith(
                        "imported 2, left out 0 duplicates, 1 without a known decision,"
                                + " 0 failed\n");
        JsonNode again = json(log("import", "s.db", "--json"));
        assertThat(again.path("imported").asInt()).isZero();
        assertThat(again.path("duplicates").asInt()).isEqualTo(2);
        assertThat(log("verify").status()).isZero();
        assertThat(json(log("stats", "--json")).path("records").path("imported").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatIsNoReferenceDatabaseIsLeftAlone() throws IOException {
        write("text.db", "a text that is no database".repeat(50));
        assertThat(log("import", "text.db").status()).isEqualTo(4);
        assertThat(log("import", "text.db").err())
                .contains("text.db: no database of decisions can be read from it: ");
        assertThat(log("import", "log-of-others.db").err()).contains("no such file");
        assertThat(json(log("verify", "--json")).path("records").asInt()).isEqualTo(demo.count());
    }

    @Test
    void whoHoldsTheLogOpenIsNotWrittenBeside() throws IOException {
        Path lock = Files.createFile(folder.resolve("log.db.lock"));
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            check(
                    log("erase", demo.id(1), "--reason", "r", "--approver", "a"),
                    4,
                    folder.resolve("log.db")
                            + ": another process is writing this log; stop it, or choose another"
                            + " log");
            assertThat(log("stats").status()).isZero();
        }
    }
}
