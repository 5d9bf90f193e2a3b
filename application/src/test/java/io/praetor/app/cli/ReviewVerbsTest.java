package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reviewing at the terminal and from files, over the log that `demo` wrote. */
class ReviewVerbsTest {
    @TempDir private static Path once;
    private static RecordedDemo demo;

    @TempDir private Path folder;
    private Map<String, String> home = Map.of();

    @BeforeAll
    static void record() {
        demo = RecordedDemo.in(once);
    }

    @BeforeEach
    void copy() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.copy(demo.file(), data.resolve("decisions.db"));
        // Every case shown whole: what is drawn at random is the queue's own test.
        home =
                Map.of(
                        "PRAETOR_HOME", data.toString(),
                        "PRAETOR_REVIEW_RANDOM_PERCENT", "0",
                        "PRAETOR_REVIEW_BLIND_PERCENT", "0",
                        "PRAETOR_REVIEW_KNOWN_PERCENT", "0",
                        "PRAETOR_REVIEW_SECOND_PERCENT", "0");
    }

    private Ran review(String input, String... arguments) {
        return Ran.with(home, input, folder, arguments);
    }

    private JsonNode statistics() {
        return JsonMapper.shared().readTree(review("", "review", "statistics", "--json").out());
    }

    private Ran keys(String input) {
        return review(input, "review", "--plain", "--reviewer", "ann", "--limit", "5");
    }

    /** The key of a decision that the third case did not get; which one that is, ids draw. */
    private String otherThanThird() {
        String shown = keys("s\ns\nq\n").out();
        String third = shown.substring(shown.indexOf("Decision 3/5: "));
        return third.contains("\nDecision: require_mfa\n") ? "d" : "m";
    }

    @Test
    void keysReviewCaseByCaseAndNothingIsSavedBeforeItIsConfirmed() {
        Ran ran =
                keys(
                        """
                        a
                        u
                        a

                        s
                        x
                        d
                        %s

                        r
                        say it plainly

                        q
                        """
                                .formatted(otherThanThird()));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("Decision 1/5: ")
                .contains("--- SITUATION ---")
                .contains("--- CITATIONS ---")
                .contains("worth ")
                .contains("done: 3 saved, 1 skipped");
        JsonNode statistics = statistics();
        assertThat(statistics.path("reviewed").asInt()).isEqualTo(3);
        assertThat(statistics.at("/corrections/reasoning").asInt()).isEqualTo(1);
        assertThat(review("", "review", "--stats").out())
                .contains("reviewed     3, unreviewed " + (demo.count() - 3))
                .contains("training     not ready: 2 corrections of 50");
    }

    @Test
    void aScriptHandsInVerdictsAndSaysWhichWereNotKept() throws IOException {
        Path script = folder.resolve("verdicts.jsonl");
        Files.writeString(
                script,
                """
                {"record": "%s", "verdict": "accepted", "explanation_score": 5}
                {"verdict": "corrected", "reasoning": "say why"}
                {"record": "nobody", "verdict": "accepted"}
                """
                        .formatted(demo.id(0)));
        Ran ran = review("", "review", "--reviewer", "ann", "--script", script.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("no decision of that id in the log"));
        assertThat(statistics().path("reviewed").asInt()).isEqualTo(2);
        assertThat(review("", "review", "agreement").out())
                .contains("local:ann: 2 reviews; accepts 0.500");
        assertThat(review("", "review", "errors").out()).contains("no errors");
    }

    @Test
    void whileAServerWritesTheLogItSaysToGoThroughIt() {
        Path file = folder.resolve("data/decisions.db");
        try (SqliteDecisionLog held = SqliteDecisionLog.open(file, Durability.PROCESS, "")) {
            Ran ran = review("", "review", "--plain", "--reviewer", "ann");
            assertThat(ran.status()).isEqualTo(4);
            assertThat(ran.err()).contains("`praetor review --server URL`");
            assertThat(review("", "review", "--stats").status()).isZero();
            assertThat(held.page(0, 1)).hasSize(1);
        }
    }

    @Test
    void nobodyReviewsWithoutAName() {
        Ran ran = review("", "review", "--plain");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("--reviewer NAME");
    }
}
