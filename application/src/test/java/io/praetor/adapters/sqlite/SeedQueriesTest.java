package io.praetor.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLogContract;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogSamples;
import io.praetor.log.RecordId;
import io.praetor.log.Trial;
import io.praetor.policy.Effect;
import io.praetor.situation.Situation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seed 003's table, as a view over our records: its queries go on working. */
class SeedQueriesTest {
    private static final String IMPORTED = "dec_2026-02-02T0805_7941fb52";

    @TempDir private Path folder;
    private Path file;
    private final List<DecisionRecord> decisions = new ArrayList<>();

    @BeforeEach
    void record() {
        file = folder.resolve("log.db");
        LogSamples samples = new LogSamples(new SplittableRandom(3));
        try (SqliteDecisionLog log = SqliteDecisionLog.open(file, Durability.PROCESS, "test/seed");
                ChainedRecorder recorder =
                        ChainedRecorder.open(log, DecisionLogContract.settings())) {
            for (int index = 0; index < 40; index++) {
                decisions.add(samples.record());
                recorder.record(decisions.getLast());
            }
            recorder.record(
                    new ImportedRecord(
                            new RecordId(IMPORTED),
                            LogSamples.START,
                            Optional.of(Effect.ALLOW),
                            Map.of(
                                    "timestamp",
                                    "2026-02-02T08:05:23.456789",
                                    "model_name",
                                    "phi-4-mini-7b",
                                    "decision",
                                    "ALLOW",
                                    "decision_correct",
                                    1.0,
                                    "reviewed",
                                    1.0,
                                    "review_decision",
                                    "deny"),
                            Map.of("situation", "{\"actor\": \"alice\"}", "reasoning", "fine")));
        }
    }

    private List<List<@Nullable Object>> query(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (row.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int index = 1; index <= row.getMetaData().getColumnCount(); index++) {
                    values.add(row.getObject(index));
                }
                rows.add(values);
            }
            return rows;
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    private @Nullable Object one(String sql) {
        return query(sql).getFirst().getFirst();
    }

    @Test
    void theViewHasTheColumnsOfTheTable() {
        assertThat(query("SELECT name, type FROM pragma_table_info('decisions')"))
                .extracting(row -> row.getFirst() + " " + row.getLast())
                .containsExactly(
                        "decision_id TEXT",
                        "timestamp TEXT",
                        "situation TEXT",
                        "team_context TEXT",
                        "model_name TEXT",
                        "model_version TEXT",
                        "prompt_version TEXT",
                        "decision TEXT",
                        "classification TEXT",
                        "risk_level TEXT",
                        "reasoning TEXT",
                        "full_response TEXT",
                        "expected_decision TEXT",
                        "decision_correct INT",
                        "reasoning_coverage REAL",
                        "reviewed INT",
                        "review_decision TEXT",
                        "review_reasoning TEXT",
                        "review_timestamp TEXT",
                        "scenario_id TEXT",
                        "tags TEXT");
    }

    @Test
    void everyValueHasTheTypeOfItsColumn() {
        for (List<@Nullable Object> column :
                query("SELECT name, type FROM pragma_table_info('decisions')")) {
            String type =
                    String.valueOf(column.get(1))
                            .toLowerCase(Locale.ROOT)
                            .replace("int", "integer");
            assertThat(
                            query(
                                    "SELECT DISTINCT typeof(%s) FROM decisions"
                                            .formatted(column.getFirst())))
                    .as("%s", column.getFirst())
                    .flatExtracting(row -> row)
                    .isSubsetOf(type, "null");
        }
        assertThat(
                        query(
                                """
                                SELECT decision_id FROM decisions
                                WHERE decision_id IS NULL OR timestamp IS NULL OR situation IS NULL
                                    OR (model_name IS NULL OR model_version IS NULL
                                    OR prompt_version IS NULL OR decision IS NULL)
                                    AND decision_id NOT LIKE 'dec_%'
                                """))
                .isEmpty();
    }

    @Test
    void theSeedsQueriesAnswer() {
        assertThat(one("SELECT COUNT(*) FROM decisions")).isEqualTo(41);
        assertThat(one("SELECT COUNT(*) FROM decisions WHERE reviewed = 1")).isEqualTo(1);
        assertThat(query("SELECT * FROM decisions WHERE reviewed = 0 ORDER BY timestamp LIMIT 10"))
                .hasSize(10);
        assertThat(one("SELECT COUNT(*) FROM decisions WHERE decision_correct = 0"))
                .isEqualTo((int) trials().filter(trial -> !trial.isCorrect()).count());
        assertThat(query("SELECT decision, COUNT(*) FROM decisions GROUP BY decision ORDER BY 1"))
                .extracting(List::getFirst)
                .containsExactly("allow", "deny", "require_attestation", "require_mfa");
        assertThat(one("SELECT AVG(decision_correct) FROM decisions WHERE scenario_id IS NOT NULL"))
                .isEqualTo(
                        trials().mapToInt(trial -> trial.isCorrect() ? 1 : 0).average().orElse(0));
        assertThat((Double) one("SELECT AVG(reasoning_coverage) FROM decisions"))
                .isBetween(0.0, 1.0);
        assertThat(
                        query(
                                """
                                SELECT decision_id, decision, review_decision FROM decisions
                                WHERE reviewed = 1 AND review_decision IS NOT NULL
                                    AND review_decision != decision
                                """))
                .containsExactly(List.of(IMPORTED, "allow", "deny"));
    }

    private Stream<Trial> trials() {
        return decisions.stream().flatMap(decision -> decision.trial().stream());
    }

    @Test
    void aDecisionReadsAsTheSeedWroteIt() {
        DecisionRecord decision =
                decisions.stream()
                        .filter(each -> each.trial().isPresent())
                        .findFirst()
                        .orElseThrow();
        List<@Nullable Object> row =
                query("SELECT * FROM decisions WHERE decision_id = '%s'".formatted(decision.id()))
                        .getFirst();
        Trial trial = decision.trial().orElseThrow();
        assertThat(row.get(1)).asString().startsWith("2026-03-02T09:00:00.").hasSize(26);
        assertThat(row.get(2))
                .asString()
                .contains("\"action_type\":\"%s\"".formatted(situation(decision).action().type()))
                .contains("\"actor_id\":\"%s\"".formatted(situation(decision).actor().id()));
        assertThat(row.get(5)).isEqualTo(decision.version());
        assertThat(row.get(7)).isEqualTo(decision.effect().label());
        assertThat(row.get(9)).isEqualTo(decision.risk().label());
        assertThat(row.get(12)).isEqualTo(trial.expected().label());
        assertThat(row.get(13)).isEqualTo(trial.isCorrect() ? 1 : 0);
        assertThat(row.get(19)).isEqualTo(trial.scenarioId());
    }

    private static Situation situation(DecisionRecord decision) {
        return decision.particulars().orElseThrow().situation();
    }

    @Test
    void aReviewShowsInTheView() throws SQLException {
        String id = decisions.get(5).id().value();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    INSERT INTO reviews (id, record, record_hash, reviewer, instant, verdict,
                        decision, reasoning, blind)
                    SELECT 'r' || column1, id, hash, column1, 1772442000000001, 'corrected',
                        'deny', column2, 0
                    FROM records, (VALUES ('user:ann', 'no'), ('user:ben', 'never'))
                    WHERE id = '%s'
                    """
                            .formatted(id));
        }
        assertThat(
                        query(
                                """
                                SELECT reviewed, review_decision, review_reasoning, review_timestamp
                                FROM decisions WHERE decision_id = '%s'
                                """
                                        .formatted(id)))
                .containsExactly(List.of(1, "deny", "never", "2026-03-02T09:00:00.000001"));
    }

    @Test
    void aLookUpByIdAndACountByKindReadNoMoreThanTheyNeed() {
        assertThat(query("EXPLAIN QUERY PLAN SELECT * FROM decisions WHERE decision_id =" + " 'x'"))
                .extracting(row -> String.valueOf(row.getLast()))
                .filteredOn(detail -> detail.contains("record"))
                .allMatch(detail -> detail.startsWith("SEARCH"));
    }
}
