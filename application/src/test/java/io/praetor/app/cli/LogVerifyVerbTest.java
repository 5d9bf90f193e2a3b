package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.sqlite.Tampering;
import io.praetor.log.TreeHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** `log verify` on a log that is sound, changed, cut, locked, or none. */
class LogVerifyVerbTest {
    private static final long SEED = 17;

    @TempDir private static Path shared;
    private static RecordedDemo demo;

    @TempDir private Path folder;
    private Path log;

    @BeforeAll
    static void decide() {
        demo = RecordedDemo.in(shared);
    }

    @BeforeEach
    void copy() {
        log = demo.copyTo(folder);
    }

    private Ran verify(String... options) {
        String[] arguments = {"log", "verify", "--log", "log.db"};
        String[] all = Arrays.copyOf(arguments, arguments.length + options.length);
        System.arraycopy(options, 0, all, arguments.length, options.length);
        return Ran.in(folder, all);
    }

    /** Status 1, and the last line names the first bad record. */
    private void checkBad(int record) {
        Ran ran = verify();
        assertThat(ran.status()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("record " + record)
                .endsWith("damaged: the first bad record is %d\n".formatted(record));
        JsonNode object = JsonMapper.shared().readTree(verify("--json").out());
        assertThat(object.path("sound").asBoolean(true)).isFalse();
        assertThat(object.path("first_bad").asInt()).isEqualTo(record);
        assertThat(object.path("findings").path(0).path("sequence").asInt()).isEqualTo(record);
    }

    @Test
    void aSoundLogIsSaidWithItsHead() {
        String last = demo.decisions().getLast().path("record").path("hash").asString();
        assertThat(last).hasSize(64);
        Ran ran = verify();
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .matches(
                        "sound: %d records, 0 erased, head [0-9a-f]{64}\n".formatted(demo.count()));
        JsonNode object = JsonMapper.shared().readTree(verify("--json").out());
        assertThat(object.path("sound").asBoolean()).isTrue();
        assertThat(object.path("records").asInt()).isEqualTo(demo.count());
        assertThat(object.has("first_bad")).isFalse();
    }

    @Test
    void aFlippedBitNamesItsRecord() throws IOException {
        byte[] file = Files.readAllBytes(log);
        byte[] id = demo.id(5).getBytes(StandardCharsets.US_ASCII);
        int place = lastIndexOf(file, id);
        file[place + id.length - 1] ^= 1;
        Files.write(log, file);
        Ran ran = verify();
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).endsWith("damaged: the first bad record is 5\n");
    }

    /** The table of records lies behind the schema; ids are also in an index, which comes later. */
    private static int lastIndexOf(byte[] file, byte[] part) {
        for (int place = file.length - part.length; place >= 0; place--) {
            if (Arrays.equals(file, place, place + part.length, part, 0, part.length)) {
                return place;
            }
        }
        throw new AssertionError("the value is not in the file");
    }

    @Test
    void aChangedEffectNamesItsRecord() throws SQLException {
        try (Tampering tampering = new Tampering(log)) {
            tampering.run(
                    "UPDATE records SET body = replace(body, '\"deny\"', '\"allow\"')"
                            + " WHERE sequence = (SELECT min(sequence) FROM records"
                            + " WHERE body LIKE '%\"effect\":\"deny\"%')");
        }
        int first = 0;
        while (!demo.decisions().get(first).path("effect").asString().equals("deny")) {
            first++;
        }
        checkBad(first);
    }

    @Test
    void aRemovedRowNamesItself() throws SQLException {
        try (Tampering tampering = new Tampering(log)) {
            tampering.run("DELETE FROM records WHERE sequence = 7");
        }
        checkBad(7);
    }

    @Test
    void aTruncatedFileIsDamagedAtARecord() throws IOException {
        byte[] file = Files.readAllBytes(log);
        for (int share : List.of(1, 2, 3)) {
            Files.write(log, Arrays.copyOf(file, file.length * share / 4));
            Ran ran = verify();
            assertThat(ran.status()).as("%d quarters: %s", share, ran).isEqualTo(1);
            assertThat(ran.out()).contains("damaged: the first bad record is ");
        }
        Files.write(log, new byte[0]);
        checkBad(0);
    }

    /** Damage anywhere is said as damage, or lies where no record is; it is never a fault. */
    @Test
    void damageAnywhereIsNeverAFault() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] whole = Files.readAllBytes(log);
        for (int round = 0; round < 60; round++) {
            byte[] file = whole.clone();
            for (int index = 0; index < 1 + round * 2; index++) {
                file[random.nextInt(file.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(log, file);
            assertThat(verify().status()).as("seed %d round %d", SEED, round).isBetween(0, 1);
            int length = 1 + random.nextInt(whole.length - 1);
            Files.write(log, Arrays.copyOf(whole, length));
            assertThat(verify().status()).as("seed %d cut to %d", SEED, length).isBetween(0, 1);
        }
    }

    @Test
    void aCutTailIsFoundByAHeadThatWasKept() throws SQLException {
        Ran.in(folder, "log", "head", "--log", "log.db", "--out", "kept.txt");
        try (Tampering tampering = new Tampering(log)) {
            tampering
                    .run("DELETE FROM records WHERE sequence >= 9")
                    .run("DELETE FROM tallies")
                    .run("INSERT INTO tallies VALUES ('decision', 0, '', '', '', 9, 0, 0, 0, 0)");
        }
        assertThat(verify().status()).isZero();
        Ran ran = verify("--head", "kept.txt");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(
                        "record 9: is missing; a head covers %d records\n".formatted(demo.count()));
    }

    @Test
    void aHeadMustCarryTheSignatureThatIsAskedFor() {
        String verifier = Ran.in(folder, "log", "key", "k.pem", "--log", "log.db").out();
        write("verifier.txt", verifier);
        Map<String, String> signing = Map.of("PRAETOR_LOG_KEY", "k.pem");
        Ran.with(signing, folder, "log", "head", "--log", "log.db", "--out", "signed.txt");
        Ran.in(folder, "log", "head", "--log", "log.db", "--out", "unsigned.txt");
        assertThat(verify("--key", "verifier.txt", "--head", "signed.txt").status()).isZero();
        assertThat(verify("--key", "verifier.txt", "--head", "unsigned.txt"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "praetor: unsigned.txt: the head does not carry that key's"
                                        + " signature\n"));
    }

    @Test
    void storedHeadsMustCarryTheSignatureToo() {
        Map<String, String> home = Map.of("PRAETOR_HOME", "home");
        StringBuilder scenarios = new StringBuilder("suite: many\nscenarios:\n");
        for (int index = 0; index <= TreeHead.INTERVAL; index++) {
            scenarios.append(
                    """
                      - id: s%d
                        situation: {action_type: read, actor_role: member, actor_id: "user:t"}
                        expected_decision: allow
                    """
                            .formatted(index));
        }
        write("many.yaml", scenarios.toString());
        Ran ran = Ran.with(home, folder, "suite", "run", "--log", "--json", "many.yaml");
        assertThat(ran.status()).as(ran.err()).isZero();
        write("verifier.txt", Ran.with(home, folder, "log", "key", "k.pem").out());
        Ran verified = Ran.with(home, folder, "log", "verify", "--key", "verifier.txt");
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out())
                .startsWith("record 0: the head of 1024 records is not signed by that key\n");
    }

    @Test
    void badHeadAndKeyFilesAreBadInput() {
        write("empty.txt", "");
        assertThat(verify("--head", "empty.txt"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "praetor: empty.txt: a checkpoint has three lines: origin, size,"
                                        + " root in base64\n"));
        assertThat(verify("--key", "empty.txt"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "praetor: empty.txt: a verifier key has the form"
                                        + " `NAME+ID+KEY`\n"));
        assertThat(verify("--head", "none.txt").status()).isEqualTo(4);
        assertThat(verify("--key", "none.txt").status()).isEqualTo(4);
    }

    @Test
    void aLogThatIsNotThereIsNotDamaged() {
        Ran ran = Ran.in(folder, "log", "verify", "--log", "none.db");
        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                4,
                                "",
                                "praetor: %s: no such log\n".formatted(folder.resolve("none.db"))));
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    /** Somebody's exclusive lock says nothing about the records. */
    @Test
    void aLockedLogIsNotDamaged() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + log);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("BEGIN EXCLUSIVE");
            for (String verb : List.of("verify", "stats", "head")) {
                assertThat(Ran.in(folder, "log", verb, "--log", "log.db"))
                        .isEqualTo(
                                new Ran(
                                        4,
                                        "",
                                        "praetor: %s: log is locked by another program; close that"
                                                        .formatted(log)
                                                + " program\n"));
            }
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
