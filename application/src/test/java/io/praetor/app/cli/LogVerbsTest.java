package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verbs that sum the log up, export its head and make its key. */
class LogVerbsTest {
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
    void noVerbHereWorksWithoutALog() {
        Path none = folder.resolve("none.db");
        for (List<String> verb :
                List.of(
                        List.of("stats"),
                        List.of("export"),
                        List.of("head"),
                        List.of("erase", "x", "--reason", "r", "--approver", "a"))) {
            List<String> arguments = new ArrayList<>(List.of("log"));
            arguments.addAll(verb);
            arguments.addAll(List.of("--log", "none.db"));
            check(Ran.in(folder, arguments.toArray(String[]::new)), 4, none + ": no such log");
        }
        assertThat(none).doesNotExist();
    }

    @Test
    void whatIsNoLogIsSaid() throws IOException {
        write("text.db", "a text that is no database".repeat(50));
        Ran ran = Ran.in(folder, "log", "stats", "--log", "text.db");
        assertThat(ran.status()).isEqualTo(4);
        assertThat(ran.err()).contains("text.db: log is damaged (").contains("log verify");
    }

    @Test
    void statsCountTheDecisions() {
        JsonNode stats = json(log("stats", "--json"));
        assertThat(stats.path("records").path("decision").asInt()).isEqualTo(demo.count());
        for (String effect : List.of("allow", "require_mfa", "require_attestation", "deny")) {
            long expected =
                    demo.decisions().stream()
                            .filter(each -> each.path("effect").asString().equals(effect))
                            .count();
            assertThat(stats.path("effects").path(effect).asLong()).isEqualTo(expected);
        }
        assertThat(stats.path("latency_micros").path("all").path("p50").asLong()).isPositive();
        assertThat(log("stats").out()).contains("effects ").contains("agreement  unknown of 0");
        checkUsage(log("stats", "--days", "0"), "--days starts at 1");
    }

    @Test
    void aHeadIsACheckpoint() throws IOException {
        JsonNode head = json(log("head", "--json"));
        assertThat(head.path("size").asInt()).isEqualTo(demo.count());
        assertThat(head.path("root").asString()).hasSize(64);
        assertThat(log("head").out()).isEqualTo(head.path("checkpoint").asString());
        assertThat(log("head", "--out", "h.txt")).isEqualTo(new Ran(0, "", ""));
        assertThat(folder.resolve("h.txt")).hasContent(log("head").out());
    }

    @Test
    void aKeyThatIsNamedHasToBeOne() throws IOException {
        write("k.pem", "no key");
        for (String key : List.of("k.pem", "none.pem")) {
            Ran ran =
                    Ran.with(
                            Map.of("PRAETOR_LOG_KEY", key),
                            folder,
                            "log",
                            "head",
                            "--log",
                            "log.db");
            assertThat(ran.status()).isEqualTo(key.equals("k.pem") ? 3 : 4);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains(key);
        }
        Ran ran = log("key", "k.pem");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(folder.resolve("k.pem")).hasContent("no key");
    }

    @Test
    void aKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
        Ran made = log("key", "k.pem");
        assertThat(made.status()).isZero();
        assertThat(made.out()).startsWith("praetor/").contains("+");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("k.pem"))))
                .isEqualTo("rw-------");
        assertThat(log("key", "k.pem")).isEqualTo(made);
        assertThat(json(log("key", "k.pem", "--json")).path("verifier").asString() + "\n")
                .isEqualTo(made.out());
    }

    @Test
    void aKeyMayComeBeforeTheLog() {
        Ran ran = Ran.in(folder, "log", "key", "k.pem", "--log", "none.db");
        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                0,
                                "",
                                "k.pem is made; what verifies it names the log, so ask again once"
                                        + " there is one\n"));
        check(
                Ran.in(folder, "log", "key", "k.pem", "--log", "none.db"),
                4,
                folder.resolve("none.db") + ": no such log");
    }
}
