package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class LintTest {
    private static final String HEAD =
            """
            policy: lint
            version: 1
            reason: a test
            clauses:
              c: {text: One., tier: low}
            families:
              f: {risk: low, actions: [read, write]}
            default: {effect: deny, clause: c}
            sections:
            """;

    @Test
    void aFirstMatchBehindAWiderOneNeverFires() {
        ordered(
                        "{id: a, clause: c, effect: allow, actions: [read, write], roles: [x, y]}",
                        "{id: b, clause: c, effect: deny, actions: [read], roles: [x]}",
                        "{id: d, clause: c, effect: deny, actions: [read]}")
                .containsExactly(
                        "p.yaml:14:9: warning: rule `b` can never fire: `a` in line 13 matches"
                                + " first");
    }

    @Test
    void prioritiesDecideWhichIsFirst() {
        ordered(
                        "{id: a, clause: c, effect: allow, actions: [read], priority: 9}",
                        "{id: b, clause: c, effect: deny, priority: 3}")
                .containsExactly(
                        "p.yaml:13:9: warning: rule `a` can never fire: `b` in line 14 matches"
                                + " first");
    }

    @Test
    void aConditionLeavesRoomForLaterRules() {
        ordered(
                        "{id: a, clause: c, effect: allow, when: context.mfa}",
                        "{id: b, clause: c, effect: deny}",
                        "{id: d, clause: c, effect: deny, when: context.mfa}")
                .containsExactly(
                        "p.yaml:15:9: warning: rule `d` can never fire: `a` in line 13 matches"
                                + " first");
    }

    @Test
    void trustTestsAreComparedByTheirThresholds() {
        ordered(
                        "{id: a, clause: c, effect: allow, trust: 0.5}",
                        "{id: b, clause: c, effect: allow, trust: 0.6}",
                        "{id: d, clause: c, effect: allow, trust: {below: 0.4}}",
                        "{id: e, clause: c, effect: allow, trust: {below: 0.3}}",
                        "{id: f, clause: c, effect: allow, trust: {below: 0.45}}")
                .containsExactly(
                        "p.yaml:14:9: warning: rule `b` can never fire: `a` in line 13 matches"
                                + " first",
                        "p.yaml:16:9: warning: rule `e` can never fire: `d` in line 15 matches"
                                + " first");
    }

    @Test
    void globsAreComparedAsFarAsTheirTextTells() {
        ordered(
                        "{id: a, clause: c, effect: allow, resources: [\"env:**\"]}",
                        "{id: b, clause: c, effect: allow, resources: [\"env:prod*\"]}",
                        "{id: d, clause: c, effect: allow, resources: [\"env:a\", \"db:a\"]}",
                        "{id: e, clause: c, effect: allow}")
                .containsExactly(
                        "p.yaml:14:9: warning: rule `b` can never fire: `a` in line 13 matches"
                                + " first");
    }

    @Test
    void kindsAndAbsentPartsAreCompared() {
        ordered(
                        "{id: a, clause: c, effect: allow, kinds: [bot, agent]}",
                        "{id: b, clause: c, effect: allow, kinds: [bot]}",
                        "{id: d, clause: c, effect: allow, kinds: [bot, human]}")
                .containsExactly(
                        "p.yaml:14:9: warning: rule `b` can never fire: `a` in line 13 matches"
                                + " first");
    }

    @Test
    void aStricterRuleAsWideOutdoesAWeakerOne() {
        overriding(
                        "{id: a, clause: c, effect: require_mfa, actions: [read]}",
                        "{id: b, clause: c, effect: deny, actions: [read, write]}",
                        "{id: d, clause: c, effect: allow, actions: [write], when: context.mfa}",
                        "{id: e, clause: c, effect: deny, roles: [x]}")
                .containsExactly(
                        "p.yaml:13:9: warning: rule `a` never decides: `b` in line 14 is stricter"
                                + " and as wide",
                        "p.yaml:15:9: warning: rule `d` never decides: `b` in line 14 is stricter"
                                + " and as wide");
    }

    @Test
    void aRuleTwiceIsSaid() {
        overriding(
                        "{id: a, clause: c, effect: deny, actions: [read, write], kinds: [bot]}",
                        "{id: b, clause: c, effect: deny, actions: [\"family:f\"], kinds: [bot]}")
                .containsExactly(
                        "p.yaml:14:9: warning: rule `b` has the same target and condition as `a`"
                                + " in line 13");
    }

    @Test
    void clausesThatNothingCitesAreSaid() {
        warnings(
                        HEAD.replace("clauses:\n", "clauses:\n  d: {text: Two., tier: low}\n")
                                + "  - {id: s, combine: law, rules: [{id: a, clause: c, roles: [x],"
                                + " actions: [read]}]}")
                .containsExactly("p.yaml:5:3: warning: nothing cites clause `d`");
    }

    @Test
    void lawRulesForAnybodyAreSaid() {
        warnings(
                        HEAD
                                + "  - {id: s, combine: law, rules: [{id: a, clause: c, actions:"
                                + " [read]}]}")
                .containsExactly(
                        "p.yaml:10:35: warning: names no roles: anybody may, known or unknown");
    }

    @Test
    void aSectionWithoutRulesIsSaid() {
        warnings(HEAD + "  - {id: s, combine: law, rules: []}")
                .containsExactly("p.yaml:10:34: warning: this section has no rules");
    }

    @Test
    void rolesThatLookMisspeltAreSaid() {
        ordered(
                        "{id: a, clause: c, effect: allow, actions: [read], roles: [developer]}",
                        "{id: b, clause: c, effect: allow, roles: [developer, admin]}",
                        "{id: d, clause: c, effect: deny, actions: [read], roles: [develper]}",
                        "{id: e, clause: c, effect: deny, roles: [deployer]}")
                .containsExactly(
                        "p.yaml:15:67: warning: role `develper` stands here only; did you mean"
                                + " `developer`?");
    }

    @Test
    void directoryRolesThatNoRuleAsksForAreSaid() {
        warnings(
                        HEAD.replace(
                                        "default:",
                                        "directory: {actors: {u: {type: user, roles: [x, y, z]}}}\n"
                                                + "default:")
                                + "  - {id: s, combine: deny-overrides, rules: [{id: a, clause: c,"
                                + " effect: deny, roles: [x], when: 'actor.role == \"z\"'}]}")
                .containsExactly("p.yaml:8:49: warning: no rule asks for role `y`");
    }

    private static ListAssert<String> ordered(String... rules) {
        return section("first-match", rules);
    }

    private static ListAssert<String> overriding(String... rules) {
        return section("deny-overrides", rules);
    }

    private static ListAssert<String> section(String combine, String... rules) {
        String list = "      - " + String.join("\n      - ", rules);
        return warnings(
                HEAD + "  - id: s\n    combine: %s\n    rules:\n%s\n".formatted(combine, list));
    }

    private static ListAssert<String> warnings(String text) {
        return assertThat(Readings.problems(Readings.accepted(text)));
    }
}
