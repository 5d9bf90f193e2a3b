package io.praetor.rules;

import static io.praetor.rules.RuleBook.applicable;
import static io.praetor.rules.RuleBook.denyOverrides;
import static io.praetor.rules.RuleBook.section;
import static io.praetor.rules.RuleBook.sections;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.policy.RuleId;
import io.praetor.situation.RiskLevel;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleEngineTest {
    @Test
    void whatNoRuleCoversIsNotApplicable() {
        RuleOutcome outcome = denyOverrides(TestRule.named("r").actions("read")).on("dance");
        assertThat(outcome)
                .isEqualTo(
                        new RuleOutcome(
                                new Evaluation.NotApplicable(),
                                RiskLevel.MEDIUM,
                                List.of(),
                                List.of()));
    }

    @Test
    void denyWinsOverAllowAndNamesOnlyItsOwnClauses() {
        RuleOutcome outcome =
                denyOverrides(
                                TestRule.named("may").advice("be quick"),
                                TestRule.named("never").actions("deploy").deny())
                        .on("deploy");
        assertThat(outcome)
                .isEqualTo(
                        new RuleOutcome(
                                new Evaluation.Applicable(
                                        Effect.DENY,
                                        Set.of(),
                                        List.of(TestRule.clause("never")),
                                        List.of(new RuleId("never")),
                                        List.of(),
                                        List.of("Text of c.never"),
                                        1),
                                RiskLevel.HIGH,
                                List.of(),
                                List.of("be quick")));
    }

    @Test
    void aSecondFactorStaysAskedForBesideAnAttestation() {
        Evaluation.Applicable said =
                applicable(
                        denyOverrides(TestRule.named("two").attest(), TestRule.named("mfa").mfa())
                                .on("deploy"));
        assertThat(said.effect()).isEqualTo(Effect.REQUIRE_ATTESTATION);
        assertThat(said.clauses()).containsExactly(TestRule.clause("two"));
        assertThat(said.obligations())
                .extracting(Obligation::clause)
                .containsExactly(TestRule.clause("two"), TestRule.clause("mfa"));
    }

    @Test
    void theStrictestSectionWins() {
        RuleBook law =
                sections(
                        section(CombiningAlgorithm.LAW, TestRule.named("law").actions("deploy")),
                        section(
                                CombiningAlgorithm.DENY_OVERRIDES,
                                TestRule.named("hold").attest()));
        assertThat(applicable(law.on("deploy")).clauses()).containsExactly(TestRule.clause("hold"));
    }

    @Test
    void firstMatchTakesTheLowestPriorityThenFileOrder() {
        RuleOutcome outcome =
                sections(
                                section(
                                        CombiningAlgorithm.FIRST_MATCH,
                                        TestRule.named("last").deny(),
                                        TestRule.named("late").priority(9).deny(),
                                        TestRule.named("first").priority(1),
                                        TestRule.named("second").priority(1).deny()))
                        .on("deploy");
        assertThat(applicable(outcome).rules()).containsExactly(new RuleId("first"));
    }

    @Test
    void anUnknownRoleSatisfiesNoRoleTest() {
        RuleBook engine = denyOverrides(TestRule.named("r").roles("developer"));
        assertThat(engine.on("deploy").evaluation()).isEqualTo(new Evaluation.NotApplicable());
    }

    @Test
    void theDirectoryKnowsTheRoleOfWhoSendsNone() {
        RuleBook engine = denyOverrides(TestRule.named("r").roles("developer"));
        assertThat(engine.on(TestSituations.of("deploy").actor("user:alice")).evaluation())
                .isInstanceOf(Evaluation.Applicable.class);
        assertThat(
                        engine.on(TestSituations.of("deploy").actor("user:alice").role("x"))
                                .evaluation())
                .isEqualTo(new Evaluation.NotApplicable());
    }

    @Test
    void aConditionOnAnAbsentInputIsIndeterminateWhereItCouldMakeTheResultStricter() {
        RuleBook engine =
                denyOverrides(
                        TestRule.named("may"),
                        TestRule.named("hold").attest(),
                        TestRule.named("never").when("actor.identity.coherence < 0.5").deny());
        assertThat(engine.on("deploy").evaluation())
                .isEqualTo(
                        new Evaluation.Indeterminate(
                                Effect.REQUIRE_ATTESTATION,
                                "rule `never` cannot be evaluated:"
                                        + " `actor.identity.coherence` is missing",
                                List.of(TestRule.clause("hold")),
                                List.of(new RuleId("hold")),
                                TestRule.named("hold").attest().build().obligations()));
        assertThat(engine.on("deploy").missing()).containsExactly("actor.identity.coherence");
    }

    @Test
    void anAllowThatCannotBeEvaluatedDoesNotFireAndItsInputIsMissing() {
        RuleOutcome outcome =
                denyOverrides(TestRule.named("may"), TestRule.named("also").when("context.mfa"))
                        .on("deploy");
        assertThat(applicable(outcome).rules()).containsExactly(new RuleId("may"));
        assertThat(applicable(outcome).ambiguities()).containsExactly(Ambiguity.MISSING_INPUT);
        assertThat(outcome.missing()).containsExactly("context.mfa");
    }

    @Test
    void aDenialStandsBesideARuleThatCannotBeEvaluated() {
        RuleOutcome outcome =
                denyOverrides(
                                TestRule.named("odd").when("context.mfa").deny(),
                                TestRule.named("never").deny())
                        .on("deploy");
        assertThat(applicable(outcome).isConclusive()).isTrue();
        assertThat(applicable(outcome).effect()).isEqualTo(Effect.DENY);
    }

    @Test
    void firstMatchStopsAtARuleThatCannotBeEvaluated() {
        RuleOutcome outcome =
                sections(
                                section(
                                        CombiningAlgorithm.FIRST_MATCH,
                                        TestRule.named("odd").when("context.mfa"),
                                        TestRule.named("next")))
                        .on("deploy");
        assertThat(outcome.evaluation())
                .isEqualTo(
                        Evaluation.Indeterminate.because(
                                "rule `odd` cannot be evaluated: `context.mfa` is missing"));
    }

    @Test
    void riskRisesInProductionExceptForReadsAndIsAtLeastWhatTheCallerSays() {
        RuleBook engine = denyOverrides(TestRule.named("r"));
        risk(engine, TestSituations.of("read"), RiskLevel.LOW);
        risk(engine, TestSituations.of("read").resource("env:production"), RiskLevel.LOW);
        risk(engine, TestSituations.of("write"), RiskLevel.MEDIUM);
        risk(engine, TestSituations.of("write").resource("env:production"), RiskLevel.HIGH);
        risk(engine, TestSituations.of("deploy").resource("env:prod"), RiskLevel.CRITICAL);
        risk(engine, TestSituations.of("read").risk(RiskLevel.HIGH), RiskLevel.HIGH);
        risk(engine, TestSituations.of("deploy").risk(RiskLevel.LOW), RiskLevel.HIGH);
    }

    private static void risk(RuleBook engine, TestSituations situation, RiskLevel expected) {
        assertThat(engine.on(situation).risk()).isEqualTo(expected);
    }
}
