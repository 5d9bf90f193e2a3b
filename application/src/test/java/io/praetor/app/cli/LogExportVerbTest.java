package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** `log export`: what leaves, what is masked, and what is refused. */
class LogExportVerbTest {
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
    void exportWritesALineARecord() {
        Ran ran = log("export");
        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .isEqualTo(
                        "exported %d, dropped 0, withheld 0, passed over 0 of other kinds\n"
                                .formatted(demo.count()));
        List<String> ids =
                ran.out()
                        .lines()
                        .map(line -> JsonMapper.shared().readTree(line).path("id").asString())
                        .toList();
        assertThat(ids)
                .isEqualTo(demo.decisions().stream().map(d -> d.path("id").asString()).toList());
        assertThat(log("export", "--format", "csv").out().lines()).hasSize(demo.count() + 1);
        assertThat(log("export", "--format", "OPA", "--from", "2", "--to", "4").out().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"decision_id\""));
    }

    @Test
    void exportToAFileSaysWhatItDid() throws IOException {
        write("mask.yaml", "drop: [{when: 'event.body.effect == \"deny\"'}]\n");
        Ran ran = log("export", "--policy", "mask.yaml", "--out", "events.jsonl", "--json");
        assertThat(ran.err()).isEmpty();
        int lines = Files.readAllLines(folder.resolve("events.jsonl")).size();
        assertThat(lines).isPositive().isLessThan(demo.count());
        assertThat(json(ran).path("exported").asInt()).isEqualTo(lines);
        assertThat(json(ran).path("dropped").asInt()).isEqualTo(demo.count() - lines);
    }

    @Test
    void pseudonymsStandInForNames() throws IOException {
        write("key", "sixteen bytes and more");
        String open = log("export").out();
        String closed = log("export", "--pseudonymise", "key").out();
        assertThat(open).contains("\"actor\":\"user:");
        assertThat(closed).doesNotContain("user:dana").contains(":p-");
    }

    @Test
    void badMasksExportNothing() throws IOException {
        write("bad.yaml", "mask:\n  - {field: actor, action: shred}\n");
        Ran ran = log("export", "--policy", "bad.yaml", "--out", "events.jsonl");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("praetor: bad.yaml is refused\nbad.yaml:2:")
                .contains("`actor` is no field")
                .contains("`shred`");
        assertThat(folder.resolve("events.jsonl")).doesNotExist();
        write("bad.yaml", "drop: [{when: 'event.kind ='}]\n");
        assertThat(log("export", "--policy", "bad.yaml").err()).contains("bad.yaml:1:");
        write("short", "tiny");
        Ran weak = log("export", "--pseudonymise", "short");
        assertThat(weak.status()).isEqualTo(3);
        assertThat(weak.err()).startsWith("praetor: short: ");
        check(
                log("export", "--policy", "none.yaml"),
                4,
                folder.resolve("none.yaml") + ": no such file");
        check(
                log("export", "--pseudonymise", "none"),
                4,
                folder.resolve("none") + ": no such file");
        check(
                log("export", "--out", "no/such/place"),
                4,
                folder.resolve("no/such/place") + ": no such file");
        checkUsage(log("export", "--from", "3", "--to", "2"), "--from starts at 0, --to at --from");
        checkUsage(log("export", "--from", "-1"), "--from starts at 0, --to at --from");
        assertThat(log("export", "--format", "xml").status()).isEqualTo(2);
    }

    @Test
    void theGuidesExportPolicyIsOne() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "log.md"));
        String block = guide.substring(guide.indexOf("```yaml\n") + 8);
        write("export.yaml", block.substring(0, block.indexOf("```")));
        Ran ran = log("export", "--policy", "export.yaml", "--pseudonymise", "key");
        assertThat(ran.status()).isEqualTo(4);
        write("key", "sixteen bytes and more");
        ran = log("export", "--policy", "export.yaml", "--pseudonymise", "key");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err())
                .isEqualTo(
                        "exported %d, dropped 0, withheld 0, passed over 0 of other kinds\n"
                                .formatted(demo.count()));
        assertThat(ran.out()).contains("\"actor\":\"somebody\"");
    }
}
