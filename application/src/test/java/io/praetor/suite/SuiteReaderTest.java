package io.praetor.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuiteReaderTest {
    @Test
    void everyKeyOfAScenarioIsRead() {
        String file =
                """
                suite: sample
                policy: team-default
                scenarios:
                  - id: one
                    title: Said in full
                    situation: {action_type: read}
                    expected_decision: ALLOW
                    acceptable: [require_mfa, Require-Attestation]
                    clauses: [read.public]
                    reasoning_elements: [public material]
                    kind: edge
                    difficulty: hard
                    tier: low
                    high_risk: true
                    tags: [a, b]
                """;
        assertThat(SuiteReader.read(new PolicySource("dir/s.yaml", file)))
                .isEqualTo(
                        new SuiteReading.Read(
                                new Suite(
                                        "sample",
                                        Optional.of("team-default"),
                                        List.of(
                                                new Scenario(
                                                        "one",
                                                        "Said in full",
                                                        new Scenario.Request.Parsed(
                                                                Map.of("action_type", "read")),
                                                        Effect.ALLOW,
                                                        Set.of(
                                                                Effect.REQUIRE_MFA,
                                                                Effect.REQUIRE_ATTESTATION),
                                                        false,
                                                        List.of(new ClauseId("read.public")),
                                                        List.of("public material"),
                                                        Optional.of(Kind.EDGE),
                                                        Optional.of(Difficulty.HARD),
                                                        Optional.of(RiskLevel.LOW),
                                                        true,
                                                        List.of("a", "b")))),
                                List.of()));
    }

    @Test
    void aSituationKeepsWhatOnlyTheDoorMayRefuse() {
        String file =
                """
                scenarios:
                  - id: one
                    situation: {a: [1, -2.5, 0x1f, null, true, "3", off], b: .inf, c: {d: .NaN}}
                    expected_decision: deny
                """;
        SuiteReading.Read read =
                (SuiteReading.Read) SuiteReader.read(new PolicySource("s.yaml", file));

        assertThat(read.suite().scenarios().getFirst().request())
                .hasToString(
                        "Parsed[object={a=[1, -2.5, 31, null, true, 3, off], b=NaN, c={d=NaN}}]");
    }

    @Test
    void jsonOfAnotherProgramIsReadWithWarnings() {
        String file =
                """
                {"version": 2, "scenarios": [
                \t{"id": "E01", "situation": {"action_type": "read", "actor_id": "\\ud83d\\ude00"},
                \t "expected_decision": "deny", "acceptable": [], "high_risk": false, "notes": ""}]}
                """;
        SuiteReading.Read read =
                (SuiteReading.Read) SuiteReader.read(new PolicySource("dir/held-out.json", file));

        assertThat(read.suite().name()).isEqualTo("held-out");
        assertThat(read.suite().scenarios())
                .containsExactly(
                        new Scenario(
                                "E01",
                                "E01",
                                new Scenario.Request.Parsed(
                                        Map.of("action_type", "read", "actor_id", "\ud83d\ude00")),
                                Effect.DENY,
                                Set.of(),
                                false,
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                List.of()));
        assertThat(read.warnings().stream().map(PolicyProblem::toString))
                .containsExactly(
                        "dir/held-out.json:1:2: warning: key `version` is not read",
                        "dir/held-out.json:3:70: warning: key `notes` is not read");
    }

    @Test
    void aTierIsHighRiskUnlessItSaysOtherwise() {
        assertThat(highRisk("tier: high")).isTrue();
        assertThat(highRisk("tier: critical")).isTrue();
        assertThat(highRisk("tier: medium")).isFalse();
        assertThat(highRisk("tier: high\n    high_risk: false")).isFalse();
        assertThat(highRisk("kind: attack")).isFalse();
    }

    @Test
    void everythingWrongIsSaidWithItsPlaceAndASuggestion() {
        check(
                """
                scenarios:
                  - id: a
                    situatoin: {}
                    expected_decision: alow
                    clauses: read.public
                    refused: yes
                  - id: a
                    request: "{}"
                    situation: []
                    expected_decision: allow
                    refused: true
                    kind: [edge]
                """,
                "s.yaml:2:5: a scenario has either a `situation` or the text of a `request`",
                "s.yaml:3:5: unknown key in a scenario: `situatoin`; did you mean `situation`?",
                "s.yaml:4:24: `alow` is not one of allow, require_mfa, require_attestation, deny;"
                        + " did you mean `allow`?",
                "s.yaml:5:14: `clauses` is a list, not text",
                "s.yaml:6:14: `refused` is true or false, not text",
                "s.yaml:7:5: a scenario has either a `situation` or the text of a `request`",
                "s.yaml:7:5: id `a` stands twice",
                "s.yaml:10:24: a refused request counts as deny, so deny is what to expect",
                "s.yaml:12:11: expected a text, found a list");
    }

    @Test
    void aFileWithoutScenariosIsRefused() {
        check("scenarios: []", "s.yaml:1:12: a scenario file holds 1 to 10000 scenarios");
        check(
                "suite: x",
                "s.yaml:1:1: `scenarios` is missing in a scenario file",
                "s.yaml:1:1: a scenario file holds 1 to 10000 scenarios");
        check("- x", "s.yaml:1:1: a scenario file is a mapping of keys, not a list");
    }

    private static boolean highRisk(String key) {
        String file =
                """
                scenarios:
                  - id: one
                    situation: {}
                    expected_decision: allow
                    %s
                """
                        .formatted(key);
        return ((SuiteReading.Read) SuiteReader.read(new PolicySource("s.yaml", file)))
                .suite()
                .scenarios()
                .getFirst()
                .isHighRisk();
    }

    private static void check(String file, String... problems) {
        SuiteReading reading = SuiteReader.read(new PolicySource("s.yaml", file));
        assertThat(((SuiteReading.Rejected) reading).problems().stream())
                .map(PolicyProblem::toString)
                .containsExactly(problems);
    }
}
