package io.praetor.rules;

import static io.praetor.rules.RuleBook.applicable;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.policy.Section;
import io.praetor.policy.TrustSettings;
import io.praetor.testing.TestPolicies;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default law of Web4, and what a law section makes of its edges. */
class LawTest {
    private static final RuleBook DEFAULT_LAW =
            RuleBook.law(
                    TestRule.named("read")
                            .actions("read")
                            .roles("admin", "developer", "reviewer", "member", "observer"),
                    TestRule.named("write")
                            .actions("write")
                            .roles("admin", "developer")
                            .trust(.5)
                            .atp(1),
                    TestRule.named("commit")
                            .actions("commit")
                            .roles("admin", "developer")
                            .trust(.5)
                            .atp(2)
                            .approval(Obligation.Attester.PEER),
                    TestRule.named("deploy")
                            .actions("deploy")
                            .roles("admin", "deployer")
                            .trust(.7)
                            .atp(5)
                            .approval(Obligation.Attester.ADMIN),
                    TestRule.named("admin")
                            .actions("admin_action")
                            .roles("admin")
                            .trust(.8)
                            .atp(10));

    @ParameterizedTest
    @CsvSource({
        "read,         observer,  0,     0,  ALLOW",
        "read,         deployer,  1,     9,  DENY",
        "write,        developer, .5,    1,  ALLOW",
        "write,        developer, .4999, 9,  DENY",
        "write,        developer, .9,    0,  DENY",
        "write,        member,    1,     9,  DENY",
        "commit,       admin,     .5,    2,  REQUIRE_ATTESTATION",
        "commit,       admin,     .5,    1,  DENY",
        "deploy,       deployer,  .7,    5,  REQUIRE_ATTESTATION",
        "deploy,       deployer,  .6999, 5,  DENY",
        "deploy,       developer, 1,     9,  DENY",
        "admin_action, admin,     .8,    10, ALLOW",
        "admin_action, admin,     .7999, 10, DENY",
        "admin_action, admin,     .8,    9,  DENY",
        "admin_action, developer, 1,     99, DENY",
    })
    void theDefaultLawHolds(String action, String role, double trust, double atp, Effect effect) {
        TestSituations situation = TestSituations.of(action).role(role).trust(trust).atp(atp);
        assertThat(applicable(DEFAULT_LAW.on(situation)).effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource({"READ", "delete_team", "reads"})
    void anActionWithoutARuleIsNotApplicable(String action) {
        assertThat(DEFAULT_LAW.on(TestSituations.of(action).role("admin").trust(1)).evaluation())
                .isEqualTo(new Evaluation.NotApplicable());
    }

    @Test
    void theFirstUnmetRequirementIsTheReasonWithItsFigures() {
        denied(deploy("guest", .1, 0), "role `guest` is not among admin, deployer");
        denied(deploy("deployer", .66, 0), "trust .66 is below .70");
        denied(deploy("deployer", .69999, 0), "trust .6999 is below .70");
        denied(deploy("deployer", .7, 4.5), "atp 4.50 is below the cost of 5");
        denied(
                TestSituations.of("deploy"),
                "role is unknown, and one of admin, deployer is required",
                "actor.role");
        denied(
                TestSituations.of("deploy").role("admin"),
                "trust is unknown, and at least .70 is required",
                "actor.trust");
        denied(
                TestSituations.of("deploy").role("admin").trust(.9),
                "atp is unknown, and the action costs 5",
                "actor.atp");
    }

    @Test
    void absentAtpIsFreeWhereThePolicyWaivesIt() {
        Section law =
                RuleBook.section(CombiningAlgorithm.LAW, TestRule.named("r").actions("x").atp(5));
        RuleEngine waiving =
                RuleEngine.compile(TestPolicies.of(List.of(law), TrustSettings.DEFAULT, false));
        assertThat(waiving.evaluate(TestSituations.of("x").build()).evaluation())
                .isEqualTo(waiving.evaluate(TestSituations.of("x").atp(5).build()).evaluation());
    }

    @Test
    void aTrustTestFailsWithoutTrustEvenAtNothing() {
        RuleBook law = RuleBook.law(TestRule.named("r").actions("x").trust(0));
        assertThat(applicable(law.on("x")).effect()).isEqualTo(Effect.DENY);
    }

    @Test
    void aWaiverLiftsTheApprovalAndBothClausesDetermine() {
        Evaluation.Applicable waived = applicable(waivable().on(bot("exemplary")));
        assertThat(waived.effect()).isEqualTo(Effect.ALLOW);
        assertThat(waived.obligations()).isEmpty();
        assertThat(waived.clauses())
                .containsExactly(TestRule.clause("deploy.waiver"), TestRule.clause("deploy"));
    }

    @Test
    void aWaiverThatIsFalseOrCannotBeEvaluatedDoesNotApply() {
        Evaluation.Applicable refused = applicable(waivable().on(bot("trusted")));
        assertThat(refused.effect()).isEqualTo(Effect.REQUIRE_ATTESTATION);
        assertThat(refused.ambiguities()).isEmpty();

        RuleOutcome unknown = waivable().on(TestSituations.of("deploy"));
        assertThat(applicable(unknown).effect()).isEqualTo(Effect.REQUIRE_ATTESTATION);
        assertThat(applicable(unknown).ambiguities()).containsExactly(Ambiguity.MISSING_INPUT);
        assertThat(unknown.missing()).containsExactly("action.parameters.standing");
    }

    private static RuleBook waivable() {
        return RuleBook.law(
                TestRule.named("deploy")
                        .actions("deploy")
                        .approval(Obligation.Attester.ADMIN)
                        .waivedWhen("action.parameters.standing == 'exemplary'"));
    }

    private static TestSituations bot(String standing) {
        return TestSituations.of("deploy").parameter("standing", standing);
    }

    private static TestSituations deploy(String role, double trust, double atp) {
        return TestSituations.of("deploy").role(role).trust(trust).atp(atp);
    }

    private static void denied(TestSituations situation, String reason, String... missing) {
        RuleOutcome outcome = DEFAULT_LAW.on(situation);
        assertThat(applicable(outcome).effect()).isEqualTo(Effect.DENY);
        assertThat(applicable(outcome).isConclusive()).isTrue();
        assertThat(applicable(outcome).reasons()).containsExactly(reason);
        assertThat(outcome.missing()).containsExactly(missing);
    }
}
