package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The periodic review and the replay of policies, over the log that `demo` writes. */
class ReportAndReplayTest {
    private static final Path SHIPPED = Path.of("..", "policies", "team-default.yaml");

    @TempDir private static Path folder = Path.of("");
    private static RecordedDemo demo = new RecordedDemo(folder, java.util.List.of());

    @BeforeAll
    static void decide() {
        demo = RecordedDemo.in(folder);
    }

    private static Ran run(String... arguments) {
        Map<String, String> environment =
                Map.of("PRAETOR_HOME", folder.resolve(".praetor/demo").toString());
        return Ran.with(environment, folder, arguments);
    }

    private static JsonNode json(Ran ran) {
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void aReportHasEveryFigureOfTheChecklist() {
        Ran lines = run("report", "--period", "day");
        assertThat(lines.err()).isEmpty();
        assertThat(lines.out())
                .contains("records    decision " + demo.count())
                .contains("expected 0.600 to 0.700")
                .contains("shift      unknown, nothing before to compare with")
                .containsPattern("latency    p50 \\d+ us, p95 \\d+ us, p99 \\d+ us")
                .contains("overrides  none reviewed");
        JsonNode report = json(run("report", "--period", "month", "--json"));
        double shares = 0;
        for (JsonNode effect : report.path("effects")) {
            shares += effect.path("share").asDouble();
        }
        assertThat(shares).isBetween(.999, 1.001);
        assertThat(report.path("overrides").path("of").asInt()).isZero();
        assertThat(report.path("shadow_baselines")).isEmpty();
        assertThat(run("report", "--period", "year").status()).isEqualTo(2);
    }

    @Test
    void underTheSamePolicyEveryDecisionComesOutAsItDid() {
        Ran same = run("policy", "replay", SHIPPED.toAbsolutePath().toString());
        assertThat(same.out() + same.err())
                .isEqualTo("0 of %d decisions come out otherwise\n".formatted(demo.count()));
        assertThat(same.status()).isZero();
    }

    @Test
    void aStricterPolicyIsSaidWithWhatItWouldChange() throws IOException {
        String stricter =
                Files.readString(SHIPPED).replace("effect: allow", "effect: require_attestation");
        Files.writeString(folder.resolve("stricter.yaml"), stricter);
        Ran changed = run("policy", "replay", "stricter.yaml", "--json");
        assertThat(changed.err()).isEmpty();
        assertThat(changed.status()).isEqualTo(1);
        JsonNode outcome = json(changed);
        assertThat(outcome.path("judged").asInt()).isEqualTo(demo.count());
        JsonNode step = outcome.path("steps").path(0);
        assertThat(step.path("from").asString()).isEqualTo("allow");
        assertThat(step.path("count").asInt()).isPositive();
        assertThat(demo.decisions())
                .extracting(it -> it.path("id").asString())
                .contains(step.path("examples").path(0).asString());
        assertThat(outcome.path("risk")).isNotEmpty();
        assertThat(outcome.path("clauses")).isNotEmpty();
        JsonNode some =
                json(run("policy", "replay", "stricter.yaml", "--from=1", "--limit=2", "--json"));
        assertThat(some.path("judged").asInt()).isEqualTo(2);
    }
}
