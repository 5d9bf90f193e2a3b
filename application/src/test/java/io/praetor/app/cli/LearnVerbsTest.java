package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database of the reference is taken in, reviewed, and exported as data sets. */
class LearnVerbsTest {
    private static final List<String> DECISIONS = List.of("allow", "deny", "require_attestation");

    @TempDir private Path folder;
    private Map<String, String> home = Map.of();

    @BeforeEach
    void settings() {
        home =
                Map.of(
                        "PRAETOR_HOME", folder.resolve("data").toString(),
                        "PRAETOR_REVIEW_BLIND_PERCENT", "0",
                        "PRAETOR_REVIEW_KNOWN_PERCENT", "0",
                        "PRAETOR_REVIEW_SECOND_PERCENT", "0");
    }

    private Ran praetor(String... arguments) {
        return Ran.with(home, "", folder, arguments);
    }

    /** As many decisions as asked, each of another text, of fifteen kinds by nine actors. */
    private void reference(int count) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("seed.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE decisions (decision_id TEXT PRIMARY KEY, timestamp TEXT,"
                            + " situation TEXT, model_name TEXT, model_version TEXT,"
                            + " prompt_version TEXT, decision TEXT, classification TEXT,"
                            + " risk_level TEXT, reasoning TEXT)");
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO decisions VALUES (?, ?, ?, 'phi', '4', 'v2', ?,"
                                    + " 'routine', 'low', 'It looks fine.')")) {
                for (int index = 0; index < count; index++) {
                    insert.setString(1, "dec_" + index);
                    insert.setString(
                            2, "2026-02-02T%02d:%02d:00".formatted(index / 60, index % 60));
                    insert.setString(3, situation(index));
                    insert.setString(4, DECISIONS.get(index % 3));
                    insert.execute();
                }
            }
        }
    }

    private static String situation(int index) {
        return """
               {"actor": "user:anna%d", "action": "act%d", "target": "docs/page-%d.md",
                "note": "part %d of %d for anna%d, %s"}"""
                .formatted(
                        index % 9,
                        index % 15,
                        index,
                        index * 7,
                        index * 11,
                        index % 9,
                        Integer.toHexString(index * 7919));
    }

    private void review(int count) throws IOException {
        Path script =
                Files.writeString(
                        folder.resolve("verdicts.jsonl"),
                        IntStream.range(0, count)
                                .mapToObj(
                                        index ->
                                                """
                                                {"record": "dec_%d", "verdict": "corrected",
                                                 "decision": "require_mfa",
                                                 "reasoning": "anna%d has to show who she is."}"""
                                                        .formatted(index, index % 9)
                                                        .replace("\n", ""))
                                .collect(Collectors.joining("\n")));
        Ran ran = praetor("review", "--reviewer", "rita", "--script", script.toString());
        assertThat(ran.status()).as(ran.out()).isZero();
    }

    private JsonNode json(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(file)));
    }

    @Test
    void whatTheReferenceDecidedIsReviewedAndExported() throws Exception {
        reference(90);
        assertThat(praetor("log", "import", "seed.db").status()).isZero();
        review(75);
        Ran ran = praetor("learn", "export", "out", "--json");
        assertThat(ran.err()).isEmpty();
        JsonNode said = JsonMapper.shared().readTree(ran.out());
        assertThat(said.path("train").asInt() + said.path("held_out").asInt()).isEqualTo(75);
        assertThat(json("out/finetuning_dataset.json")).hasSize(said.path("train").asInt());
        assertThat(
                        json("out/analysis_report.json")
                                .path("decision_transitions")
                                .path("allow -> require_mfa")
                                .asInt())
                .isEqualTo(25);
        try (var files = Files.walk(folder.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("anna");
            }
        }
    }

    @Test
    void fewerThanFiftyAreRefusedWithWhatIsMissing() throws Exception {
        reference(60);
        assertThat(praetor("log", "import", "seed.db").status()).isZero();
        review(30);
        Ran ran = praetor("learn", "export", "out");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err())
                .contains("30 distinct corrections, 50 are needed: 20 missing")
                .contains("require_mfa 30")
                .contains("praetor review");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine.txt"), "mine");
        Ran ran = praetor("learn", "export", "out");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("out: is not empty; name a new folder");
    }
}
