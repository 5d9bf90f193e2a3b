package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SuiteVerbsTest {
    private static final String SUITE =
            """
            {"scenarios": [
              {"id": "read", "expected_decision": "allow", "acceptable": [], "high_risk": false,
               "situation": {"action_type": "read", "actor_id": "user:test", "actor_role": "member",
                 "t3_tensor": {"competence": 0.8, "reliability": 0.8, "integrity": 0.8}}},
              {"id": "hidden", "expected_decision": "deny", "high_risk": true,
               "situation": {"action_type": "read", "actor_id": "user:te\\u200bst"}},
              {"id": "mistaken", "expected_decision": "deny", "high_risk": true, "more": 1,
               "situation": {"action_type": "read", "actor_id": "user:test", "actor_role": "member",
                 "t3_tensor": {"competence": 0.8, "reliability": 0.8, "integrity": 0.8}}}]}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeSuite() {
        write("suite.json", SUITE);
    }

    @Test
    void aRunSaysHowManyWereDecidedRightlyAndWhichWereNot() {
        Ran ran = Ran.in(folder, "suite", "run", "suite.json");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEqualTo("suite.json:7:70: warning: key `more` is not read\n");
        assertThat(ran.out())
                .contains(
                        "66.7 % (2 of 3;",
                        "wrong allows                           1 of 2 (at most 97.5 %)\n",
                        "  mistaken: allow, expected deny (a wrong allow)\n");
    }

    @Test
    void jsonIsTheOnlyThingOnStandardOutput() {
        JsonNode report = report();

        assertThat(report.at("/scenarios/0/id").asString()).isEqualTo("read");
        assertThat(report.at("/scenarios/0/decision").asString()).isEqualTo("allow");
        assertThat(report.at("/scenarios/0/evaluations/0/evaluator").asString()).isEqualTo("rules");
        assertThat(report.at("/scenarios/1/refused").asBoolean()).isTrue();
        assertThat(report.at("/scenarios/1/decision").asString()).isEqualTo("deny");
    }

    @Test
    void aGateThatFailsIsTheOnlyThingThatChangesTheStatus() {
        assertThat(status("--min-accuracy", "0.6", "--max-wrong-allows", "1")).isZero();
        assertThat(status("--min-accuracy", "0.7")).isEqualTo(1);
        assertThat(status("--max-wrong-allows", "0")).isEqualTo(1);
    }

    @Test
    void reportsAreWrittenWhereAsked() {
        Ran.in(folder, "suite", "run", "suite.json", "--markdown", "r.md", "--html", "r.html");

        assertThat(folder.resolve("r.md")).content().startsWith("# Suite report");
        assertThat(folder.resolve("r.html")).content().startsWith("<!doctype html>");
    }

    @Test
    void aFolderStandsForItsFilesAndAnIdStandsOnce() {
        write("other.yaml", SUITE);

        assertThat(Ran.in(folder, "suite", "run", "."))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                """
                                praetor: other.yaml:7:70: unknown key in a scenario: `more`
                                """));
    }

    @Test
    void theShippedSuitesRunByThemselves() {
        Ran ran = Ran.in(folder, "suite", "run", "--quick");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("  scenarios                              3\n");
    }

    @Test
    void aLoggedRunSaysWhereEachDecisionIs() {
        Ran ran = Ran.in(folder, "suite", "run", "suite.json", "--log");

        assertThat(ran.out())
                .containsPattern("[0-9a-f-]{36} {2}allow +right read\n")
                .containsPattern("[0-9a-f-]{36} {2}deny +right hidden\n")
                .containsPattern("recorded in .*decisions\\.db\n");
    }

    @Test
    void twoReportsAreComparedByTheirScenarios() {
        write("a.json", Ran.in(folder, "suite", "run", "suite.json", "--json").out());
        write("b.json", Ran.in(folder, "suite", "run", "suite.json", "--json").out());

        Ran ran = Ran.in(folder, "suite", "compare", "a.json", "b.json");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("the reports do not differ");
        assertThat(Ran.in(folder, "suite", "compare", "a.json", "suite.json"))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                """
                                praetor: suite.json: is no report of a suite: `format` is not \
                                `praetor-suite-report/1`
                                """));
    }

    private int status(String... gates) {
        String[] arguments = new String[gates.length + 3];
        arguments[0] = "suite";
        arguments[1] = "run";
        arguments[2] = "suite.json";
        System.arraycopy(gates, 0, arguments, 3, gates.length);
        return Ran.in(folder, arguments).status();
    }

    private JsonNode report() {
        Ran ran = Ran.in(folder, "suite", "run", "suite.json", "--json");
        return JsonMapper.shared().readTree(ran.out());
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
