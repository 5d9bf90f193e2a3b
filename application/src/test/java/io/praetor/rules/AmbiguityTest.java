package io.praetor.rules;

import static io.praetor.rules.RuleBook.applicable;
import static io.praetor.rules.RuleBook.denyOverrides;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.Evaluation;
import io.praetor.situation.Identity;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Trend;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmbiguityTest {
    @Test
    void trustJustAboveTheThresholdIsBorderline() {
        RuleBook engine = denyOverrides(TestRule.named("r").trust(.7));
        assertThat(ambiguities(engine, deployer().trust(.7)))
                .containsExactly(Ambiguity.BORDERLINE_TRUST);
        assertThat(ambiguities(engine, deployer().trust(.7499)))
                .containsExactly(Ambiguity.BORDERLINE_TRUST);
        assertThat(ambiguities(engine, deployer().trust(.75))).isEmpty();
        assertThat(ambiguities(engine, deployer().trust(.9, .9, .66)))
                .containsExactly(Ambiguity.BORDERLINE_TRUST);
        assertThat(ambiguities(engine, deployer().trust(.9, .9, .65))).isEmpty();
        assertThat(engine.on(deployer().trust(.6999)).evaluation())
                .isEqualTo(new Evaluation.NotApplicable());
    }

    @Test
    void theMeanOfDecimalsMeetsTheThresholdItIsEqualTo() {
        RuleBook engine = denyOverrides(TestRule.named("r").trust(.7));
        assertThat(engine.on(deployer().trust(.65, .7, .75)).evaluation())
                .isInstanceOf(Evaluation.Applicable.class);
        double odd = .1234567890123456;
        assertThat(
                        denyOverrides(TestRule.named("r").trust(odd))
                                .on(deployer().trust(odd))
                                .evaluation())
                .isInstanceOf(Evaluation.Applicable.class);
    }

    @Test
    void aThresholdOfNothingIsNeverBorderline() {
        assertThat(ambiguities(denyOverrides(TestRule.named("r").trust(0)), deployer().trust(0)))
                .isEmpty();
    }

    @Test
    void contextThatNoRuleReadIsAnAmbiguityAndContextThatOneReadIsNot() {
        RuleBook blind = denyOverrides(TestRule.named("r"));
        RuleBook seeing = denyOverrides(TestRule.named("r").when("size(context.history) < 9"));
        RuleBook reading = denyOverrides(TestRule.named("r").when("!prose.exists(t, t == 'x')"));
        TestSituations history = TestSituations.of("read").history("rolled back");
        TestSituations incident = TestSituations.of("read").incident("prod is down");
        Set<Ambiguity> unconsulted = Set.of(Ambiguity.UNCONSULTED_CONTEXT);
        assertThat(ambiguities(blind, history)).isEqualTo(unconsulted);
        assertThat(ambiguities(seeing, history)).isEmpty();
        assertThat(ambiguities(seeing, incident)).isEqualTo(unconsulted);
        assertThat(ambiguities(reading, incident)).isEmpty();
    }

    @Test
    void aRuleThatDidNotFireConsultedNothing() {
        RuleBook engine =
                denyOverrides(
                        TestRule.named("may"),
                        TestRule.named("never").when("'drop' in context.history").deny());
        assertThat(ambiguities(engine, TestSituations.of("read").history("rolled back")))
                .containsExactly(Ambiguity.UNCONSULTED_CONTEXT);
    }

    @Test
    void eachSignalHasToBeReadByItself() {
        RuleBook engine = denyOverrides(TestRule.named("r").when("context.signals.witnesses > 2"));
        TestSituations one = TestSituations.of("read").signal("witnesses", 3d);
        assertThat(ambiguities(engine, one)).isEmpty();
        assertThat(ambiguities(engine, one.signal("timing_correlation", .9)))
                .containsExactly(Ambiguity.UNCONSULTED_CONTEXT);
    }

    @Test
    void hoursAreUnusualOnlyForWhoSeldomWorksThen() {
        RuleBook engine = denyOverrides(TestRule.named("r"));
        TestSituations night = TestSituations.of("read").at("2026-11-16T02:00:00Z");
        assertThat(ambiguities(engine, night)).isEmpty();
        assertThat(ambiguities(engine, night.signal("off_hours_share", .02)))
                .containsExactly(Ambiguity.UNUSUAL_HOURS);
        assertThat(ambiguities(engine, night.signal("off_hours_share", .1))).isEmpty();
    }

    @Test
    void changingWhatDeploysItselfIsAmbiguousAndReadingItIsNot() {
        RuleBook engine = denyOverrides(TestRule.named("r"));
        String pipeline = "repo:shop/.github/workflows/ci.yml";
        assertThat(ambiguities(engine, TestSituations.of("write").resource(pipeline)))
                .containsExactly(Ambiguity.WIDER_EFFECT);
        assertThat(ambiguities(engine, TestSituations.of("read").resource(pipeline))).isEmpty();
    }

    @Test
    void aWeakIdentityAndACallersAlarmAreAmbiguous() {
        RuleBook engine = denyOverrides(TestRule.named("r"));
        Identity declining =
                new Identity(
                        Optional.empty(), OptionalDouble.empty(), Optional.of(Trend.DECLINING));
        Identity loose = new Identity(Optional.empty(), OptionalDouble.of(.69), Optional.empty());
        assertThat(ambiguities(engine, TestSituations.of("read").identity(declining)))
                .containsExactly(Ambiguity.WEAK_IDENTITY);
        assertThat(ambiguities(engine, TestSituations.of("read").identity(loose)))
                .containsExactly(Ambiguity.WEAK_IDENTITY);
        assertThat(ambiguities(engine, TestSituations.of("read").risk(RiskLevel.HIGH)))
                .containsExactly(Ambiguity.CALLER_RISK);
    }

    @Test
    void theReasonsShowEachAmbiguityWithItsFigures() {
        RuleOutcome outcome =
                denyOverrides(TestRule.named("r").trust(.7))
                        .on(deployer().trust(.72).history("x").signal("witnesses", 1d));
        assertThat(applicable(outcome).reasons())
                .containsExactly(
                        "Text of c.r",
                        "trust .72 or one of its dimensions is within .05 of .70",
                        "no rule took the history into account",
                        "no rule took the signal `witnesses` into account");
    }

    private static TestSituations deployer() {
        return TestSituations.of("deploy").role("deployer");
    }

    private static Set<Ambiguity> ambiguities(RuleBook engine, TestSituations situation) {
        return applicable(engine.on(situation)).ambiguities();
    }
}
