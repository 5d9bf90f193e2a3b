package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verbs that decide, on the shipped policy and a log in a folder of their own. */
class DecidingVerbsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Seed 002's example: it names no resource. */
    private static final String READ =
            """
            {"action_type": "read", "actor_role": "member", "actor_id": "user:test",
             "t3_tensor": {"competence": 0.8, "reliability": 0.8, "integrity": 0.8}}
            """;

    @TempDir private Path folder;

    private Ran decide(String situation, String... options) throws IOException {
        Files.writeString(folder.resolve("situation.json"), situation);
        List<String> arguments =
                Stream.concat(Stream.of("decide", "situation.json"), Stream.of(options)).toList();
        return Ran.in(folder, arguments.toArray(String[]::new));
    }

    @Test
    void demoShowsAllFourEffectsWithClauses() {
        Ran ran = Ran.in(folder, "demo", "--json");
        assertThat(ran.status()).isZero();
        List<JsonNode> decisions =
                ran.out().lines().map(JSON::readTree).filter(it -> !it.has("lesson")).toList();
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(12);
        Set<String> effects =
                decisions.stream()
                        .map(decision -> decision.path("effect").asString())
                        .collect(Collectors.toSet());
        assertThat(effects)
                .containsExactlyInAnyOrder("allow", "require_mfa", "require_attestation", "deny");
        assertThat(decisions)
                .allSatisfy(
                        decision -> {
                            assertThat(decision.path("citations")).isNotEmpty();
                            assertThat(decision.path("record").path("hash").asString()).hasSize(64);
                        });
    }

    @Test
    void demoVerifiesItsOwnRecord() {
        assertThat(Ran.in(folder, "demo").out()).contains("chain and tree verified");
    }

    @Test
    void demoLearnsFromAScriptThatItNamesAndDecidesByPatternThen() {
        assertThat(Ran.in(folder, "demo").out())
                .contains("a scripted reviewer (no person)", "by demo script", "by pattern");
        JsonNode lesson =
                Ran.in(folder, "demo", "--json")
                        .out()
                        .lines()
                        .map(JSON::readTree)
                        .filter(it -> it.has("lesson"))
                        .findFirst()
                        .orElseThrow()
                        .path("lesson");
        assertThat(lesson.path("reviewer").asString()).isEqualTo("demo:script");
        assertThat(lesson.at("/before/effect").asString()).isEqualTo("allow");
        assertThat(lesson.at("/after/effect").asString()).isEqualTo("require_attestation");
        assertThat(lesson.at("/after/path").asString()).isEqualTo("pattern");
        assertThat(lesson.at("/other/path").asString()).isNotEqualTo("pattern");
    }

    @Test
    void publicReadIsAllowedAtLowRisk() throws IOException {
        Ran ran = decide(READ, "--json");
        JsonNode decision = JSON.readTree(ran.out());
        assertThat(ran.status()).isZero();
        assertThat(decision.path("effect").asString()).isEqualTo("allow");
        assertThat(decision.path("risk").asString()).isEqualTo("low");
    }

    @Test
    void whatMayNotProceedAnswersWithStatusOne() throws IOException {
        Ran ran = decide(READ.replace("\"read\"", "\"delete_team\""));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).startsWith("DENY");
    }

    @Test
    void refusalNamesThePathAndReleasesNothing() throws IOException {
        Ran ran = decide(READ.replace("0.8,", "1.8,"));
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("t3_tensor.competence").contains("t3_tensor.reliability");
    }

    @Test
    void recordedDecisionIsExplainedAndReplaysTheSame() throws IOException {
        String id = JSON.readTree(decide(READ, "--json").out()).path("id").asString();
        Ran explained = Ran.in(folder, "explain", id);
        assertThat(explained.status()).isZero();
        assertThat(explained.out()).contains("replay   the same decision").contains("read.public");
    }

    @Test
    void unknownDecisionIsBadInput() throws IOException {
        decide(READ);
        Ran ran = Ran.in(folder, "explain", "no-such-id");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("no decision `no-such-id`");
    }

    @Test
    void sameSituationInThreeDialectsHasOneDecisionAndOneExplanation() throws IOException {
        Map<String, String> dialects =
                Map.of(
                        "flat",
                        """
                        {"action_type": "deploy", "actor_id": "user:dana", "actor_role": "deployer",
                         "t3_tensor": {"competence": 0.9, "reliability": 0.9, "integrity": 0.9},
                         "resource": "env:production", "timestamp": "2026-03-10T10:00:00Z"}
                        """,
                        "r6",
                        """
                        {"actorId": "user:dana",
                         "action": {"type": "deploy", "target": "env:production",
                                    "parameters": {"role": "deployer"}},
                         "trustState": {"competence": 0.9, "reliability": 0.9, "integrity": 0.9},
                         "timestamp": "2026-03-10T10:00:00Z"}
                        """,
                        "authzen",
                        """
                        {"subject": {"type": "user", "id": "dana", "properties": {
                           "role": "deployer",
                           "t3_tensor":
                             {"competence": 0.9, "reliability": 0.9, "integrity": 0.9}}},
                         "action": {"name": "deploy"},
                         "resource": {"type": "env", "id": "production"},
                         "context": {"timestamp": "2026-03-10T10:00:00Z"}}
                        """);
        Set<JsonNode> explanations = new HashSet<>();
        for (String situation : dialects.values()) {
            JsonNode decision = JSON.readTree(decide(situation, "--json").out());
            explanations.add(
                    JSON.createObjectNode()
                            .set("r6", decision.path("r6"))
                            .set("effect", decision.path("effect"))
                            .set("rationale", decision.path("rationale"))
                            .set("steps", decision.path("steps"))
                            .set("citations", decision.path("citations"))
                            .set("nearest", decision.path("nearest_misses")));
        }
        assertThat(explanations).hasSize(1);
    }
}
