package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogSamples;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.LogVerifier;
import io.praetor.log.seed.SeedImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database as the reference left it, taken into a log. */
class SeedDatabaseTest {
    private static final String COLUMNS =
            "decision_id, timestamp, situation, team_context, model_name, model_version,"
                    + " prompt_version, decision, classification, risk_level, reasoning,"
                    + " full_response, expected_decision, decision_correct, reasoning_coverage,"
                    + " reviewed, review_decision, review_reasoning, review_timestamp,"
                    + " scenario_id, tags";

    /** The table word for word as seed 003 gives it. */
    private static final String SCHEMA =
            """
            CREATE TABLE decisions (
                decision_id TEXT PRIMARY KEY,
                timestamp TEXT NOT NULL,
                situation TEXT NOT NULL,           -- JSON
                team_context TEXT,
                model_name TEXT NOT NULL,
                model_version TEXT NOT NULL,
                prompt_version TEXT NOT NULL,
                decision TEXT NOT NULL,
                classification TEXT,
                risk_level TEXT,
                reasoning TEXT,
                full_response TEXT,
                expected_decision TEXT,
                decision_correct INTEGER,
                reasoning_coverage REAL,
                reviewed INTEGER DEFAULT 0,
                review_decision TEXT,
                review_reasoning TEXT,
                review_timestamp TEXT,
                scenario_id TEXT,
                tags TEXT
            )
            """;

    @TempDir private Path folder;

    private Path reference(String... rows) throws SQLException {
        Path file = folder.resolve("policy_decisions.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(SCHEMA);
            for (String row : rows) {
                statement.executeUpdate(
                        "INSERT INTO decisions (%s) VALUES (%s)".formatted(COLUMNS, row));
            }
        }
        return file;
    }

    private static String row(String id, String decision) {
        return """
        '%s', '2026-02-02T08:05:23.456789', '{"actor": "alice", "action": "read"}', 'small team',
        'phi-4-mini-7b', 'Q4_K_M', 'v2_fewshot_8examples', '%s', 'routine_read_access', 'low',
        'Member role can read', 'raw answer', 'allow', 1, 0.778, 0, NULL, NULL, NULL, 'E01',
        '["test"]'
        """
                .formatted(id, decision);
    }

    private SeedImport.Report imported(Path reference, Path log) {
        try (SqliteDecisionLog opened =
                        SqliteDecisionLog.open(log, Durability.PROCESS, "test/import");
                ChainedRecorder recorder =
                        ChainedRecorder.open(opened, DecisionLogContract.settings())) {
            SeedImport seed =
                    new SeedImport(opened, recorder, InstantSource.fixed(LogSamples.START));
            new SeedDatabase(reference).read(seed::add);
            assertThat(new LogVerifier(opened, opened).verify(List.of(), _ -> {}).findings())
                    .isEmpty();
            return seed.report();
        }
    }

    private static List<List<String>> rows(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT %s FROM decisions ORDER BY decision_id"
                                        .formatted(COLUMNS))) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int index = 1; index <= row.getMetaData().getColumnCount(); index++) {
                    values.add(String.valueOf(row.getObject(index)));
                }
                rows.add(values);
            }
            return rows;
        }
    }

    @Test
    void aRowReadsTheSameBeforeAndAfter() throws SQLException {
        Path reference = reference(row("dec_1", "allow"), row("dec_2", "require_attestation"));
        Path log = folder.resolve("log.db");
        assertThat(imported(reference, log))
                .isEqualTo(new SeedImport.Report(2, 0, 0, 0, List.of()));
        assertThat(rows(log)).isEqualTo(rows(reference));
    }

    @Test
    void labelsAreMappedWherePlainAndKeptWhereNot() throws SQLException {
        Path reference =
                reference(
                        row("dec_1", "ALLOW"),
                        row("dec_2", "Require Attestation"),
                        row("dec_3", "allow with caution"),
                        row("dec_4", ""));
        Path log = folder.resolve("log.db");
        assertThat(imported(reference, log))
                .isEqualTo(
                        new SeedImport.Report(
                                4,
                                0,
                                2,
                                0,
                                List.of(
                                        "row 3: `dec_3` decided `allow with caution`, which is no"
                                                + " known decision; kept as it is",
                                        "row 4: `dec_4` decided ``, which is no known decision;"
                                                + " kept as it is")));
        assertThat(rows(log))
                .extracting(row -> row.get(7))
                .containsExactly("allow", "require_attestation", "allow with caution", "");
    }

    @Test
    void duplicatesAreReportedAndLeftOut() throws SQLException {
        Path reference = reference(row("dec_1", "allow"), row("", "deny"));
        Path log = folder.resolve("log.db");
        imported(reference, log);
        assertThat(imported(reference, log))
                .isEqualTo(
                        new SeedImport.Report(
                                0,
                                1,
                                0,
                                1,
                                List.of(
                                        "row 1: `dec_1` is already in the log; left out",
                                        "row 2: has no usable decision_id; left out")));
        assertThat(rows(log)).hasSize(1);
    }

    @Test
    void whatIsNoReferenceDatabaseIsSaidToBeNone() throws IOException, SQLException {
        Path log = folder.resolve("log.db");
        checkRefused(folder.resolve("missing.db"), "no such file");
        checkRefused(
                Files.writeString(folder.resolve("text.db"), "no database ".repeat(99)),
                "no database of decisions can be read from it: ");
        SqliteDecisionLog.open(log, Durability.PROCESS, "test/import").close();
        checkRefused(log, "it has no table `decisions` with a column `decision_id`");
    }

    private static void checkRefused(Path file, String message) {
        assertThatThrownBy(() -> new SeedDatabase(file).read(_ -> {}))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessageContaining(message);
    }
}
