package io.praetor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {
    private static final SourcePosition HERE = new SourcePosition("team.yaml", 3, 9);
    private static final ConditionParser PARSER = new ConditionParser();

    @Test
    void namesWhatAConditionReads() {
        reads("actor.role == 'admin'", "actor.role");
        reads(
                "has(actor.role) && actor.trust.integrity >= 0.5",
                "actor.role",
                "actor.trust.integrity");
        reads("action.parameters.force == true", "action.parameters.force");
        reads("action.parameters['dry-run'] != false", "action.parameters.dry-run");
        reads("context.history.exists(h, h.contains('rollback'))", "context.history");
        reads(
                "context.approvals.filter(a, a.kind == 'admin').size() >= 2",
                "context.approvals",
                "context.approvals.kind");
        reads("context.counters.deploys + 1.0 > 3.0", "context.counters.deploys");
        reads("prose.exists(t, t.matches('(?i)ignore (all|any) rules'))", "prose");
        reads("at.getHours('Europe/Berlin') < 6 || context.off_hours", "at", "context.off_hours");
        reads("at - duration('24h') > timestamp('2026-01-01T00:00:00Z')", "at");
        reads("level_at_least(actor.identity.level, 'trusted')", "actor.identity.level");
        reads(
                "risk_at_least(context.risk, 'high') ? context.mfa : true",
                "context.risk",
                "context.mfa");
        reads("resource.environment in ['production', 'staging']", "resource.environment");
        reads(
                "action.parameters.tags.exists(t, t in context.signals)",
                "action.parameters.tags",
                "context.signals");
        reads("actor.atp < 5", "actor.atp");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        refuses("actor.roel == 'admin'", 5, "unknown field `roel`", "role");
        refuses("context.approvals.exists(a, a.knd == 'x')", 29, "unknown field `knd`", "kind");
        refuses("actr.role == 'admin'", 0, "unknown variable `actr`", "actor");
        refuses(
                "actor.role.startWith('a')",
                20,
                "`startWith` is not part of the language of conditions",
                "startsWith");
        refuses(
                "actor.role == '\uD83D\uDE00' && actor.roel == 'x'",
                27,
                "unknown field `roel`",
                "role");
        refuses(
                "actor.kind == 'agnet'",
                14,
                "`agnet` is none of human, bot, agent, entity",
                "agent");
        refuses(
                "level_at_least(actor.identity.level, 'trustd')",
                37,
                "`trustd` is none of novice, developing, trusted, verified, exemplary",
                "trusted");
        refuses(
                "at.getHours('Europe/Berln') < 6",
                12,
                "unknown time zone `Europe/Berln`",
                "Europe/Berlin");
    }

    @Test
    void refusesWhatWouldNeverHold() {
        refuses(
                "resource.environment in ['prod']",
                25,
                "`prod` is none of production, staging, development, none");
        refuses("actor.id.matches('(')", 17, "no RE2 pattern: missing closing ): `(`");
        refuses("at - duration('1 day') < at", 14, "no duration: `1 day`; write `1h30m`");
        refuses(
                "context.counters.deploys + 1 > 3",
                27,
                "a number in a map is a double; write `1.0`, not `1`");
        refuses(
                "actor.atp == 5",
                10,
                "`==` does not take (double, int); write a whole number as `5.0`");
        refuses("actor.role", 5, "a condition gives bool, not string");
    }

    @Test
    void refusesWhatIsNotPartOfTheLanguage() {
        refuses("actor.atp / 2.0 > 1.0", 10, "`/` is not part of the language of conditions");
        refuses("dyn(actor.role) == 'x'", 3, "`dyn` is not part of the language of conditions");
        refuses(
                "size([1u]) == 1",
                6,
                "an unsigned number is not part of the language of conditions");
        refuses("{'a': 1}.a == 1", 0, "a map literal is not part of the language of conditions");
        refuses("actor.id.matches(actor.role)", 22, "the pattern has to be a literal text");
        refuses(
                "actor.trust == actor.trust",
                5,
                "only single fields can be compared, not all of `situation.trust`");
        refuses(
                "context.history.exists(at, at == 'x')",
                22,
                "`at` is already the name of a variable");
        refuses(
                "[action.parameters.x, at].size() == 2",
                22,
                "this type does not mix with another one");
        refuses(
                "prose.exists(a, prose.exists(b, prose.exists(c, a == c)))",
                44,
                "loops may stand in one another 2 deep");
        refuses("actor.role ==", 13, "no CEL expression: mismatched input `<EOF>`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "((((", "a.b.c", "[1, 2]", "praetor{}", "'\uD83D"})
    void refusesWhatIsNoCondition(String text) {
        assertThat(PARSER.parse(text, HERE)).isInstanceOf(ConditionReading.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {ConditionLanguage.NESTING_MAX + 1, 100_000})
    void refusesDeepNestingWithoutOverflow(int depth) {
        String text = "(".repeat(depth) + "true" + ")".repeat(depth);
        assertThat(PARSER.parse(text, HERE)).isInstanceOf(ConditionReading.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"actr,actor", "atcor,actor", "ac,''", "environment,''", "pros,prose"})
    void suggestsOnlyWhatIsNear(String word, String meant) {
        assertThat(Spelling.closest(word, List.of("actor", "action", "prose")).orElse(""))
                .isEqualTo(meant);
    }

    private static void reads(String text, String... inputs) {
        assertThat(PARSER.parse(text, HERE))
                .isInstanceOfSatisfying(
                        ConditionReading.Accepted.class,
                        accepted -> {
                            assertThat(accepted.condition().inputs())
                                    .containsExactlyInAnyOrder(inputs);
                            assertThat(accepted.condition().source()).isEqualTo(text);
                            assertThat(accepted.condition().position()).isEqualTo(HERE);
                        });
    }

    private static void refuses(String text, int offset, String message) {
        refuses(text, new ConditionProblem(offset, message, Optional.empty()));
    }

    private static void refuses(String text, int offset, String message, String meant) {
        refuses(text, new ConditionProblem(offset, message, Optional.of(meant)));
    }

    private static void refuses(String text, ConditionProblem problem) {
        assertThat(PARSER.parse(text, HERE))
                .isEqualTo(new ConditionReading.Rejected(List.of(problem)));
    }
}
