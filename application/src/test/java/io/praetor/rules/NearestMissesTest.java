package io.praetor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.RuleId;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Situation;
import io.praetor.testing.CelOracle;
import io.praetor.testing.Chance;
import io.praetor.testing.RandomPolicies;
import io.praetor.testing.RandomSituations;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NearestMissesTest {
    private static final long SEED = 20_261_121;
    private static final int POLICIES = 120;
    private static final int SITUATIONS_EACH = 4;

    private static final RuleBook LAW =
            RuleBook.sections(
                    RuleBook.section(
                            CombiningAlgorithm.LAW,
                            TestRule.named("deploy")
                                    .actions("deploy")
                                    .roles("admin", "deployer")
                                    .trust(.7)
                                    .atp(5)
                                    .approval(Obligation.Attester.ADMIN)),
                    RuleBook.section(
                            CombiningAlgorithm.DENY_OVERRIDES,
                            TestRule.named("freeze")
                                    .actions("deploy")
                                    .when("has(context.incident) && context.incident == 'open'")
                                    .deny()));

    @Test
    void aDenialForTrustIsNearestToTheThreshold() {
        assertThat(misses(deploy("deployer", .66, 9)))
                .containsExactly(
                        miss(
                                "deploy",
                                "actor.trust",
                                "at least .70 (is .66)",
                                Effect.REQUIRE_ATTESTATION));
    }

    @Test
    void aDenialForTheRoleNamesTheRolesThatWouldDo() {
        assertThat(misses(deploy("guest", .9, 9)))
                .containsExactly(
                        miss(
                                "deploy",
                                "actor.role",
                                "`admin` or `deployer` (is `guest`)",
                                Effect.REQUIRE_ATTESTATION));
    }

    @Test
    void whatIsNotDeniedSaysWhatWouldHaveHeldItBack() {
        assertThat(misses(deploy("deployer", .8, 9)))
                .containsExactly(
                        miss("deploy", "actor.trust", "below .70 (is .80)", Effect.DENY),
                        miss("deploy", "actor.atp", "below 5 (is 9)", Effect.DENY),
                        miss("freeze", "context.incident", "`open` (is absent)", Effect.DENY));
    }

    @Test
    void twoFaultsLeaveNoSingleChange() {
        assertThat(misses(deploy("guest", .1, 9))).isEmpty();
    }

    @Test
    void conditionsAreTurnedRoundAtTheirLiterals() {
        RuleBook book =
                RuleBook.denyOverrides(
                        TestRule.named("may"),
                        TestRule.named("rate").when("context.counters.deploys > 3").deny(),
                        TestRule.named("force").when("action.parameters.force == true").mfa(),
                        TestRule.named("rank")
                                .when("!level_at_least(actor.identity.level, 'trusted')")
                                .attest(),
                        TestRule.named("past")
                                .when("context.history.exists(h, h.contains('rollback'))")
                                .attest());
        Situation situation =
                TestSituations.of("x")
                        .parameter("force", false)
                        .counter("deploys", 2)
                        .identity(TestSituations.level(IdentityLevel.VERIFIED))
                        .build();
        assertThat(book.engine().nearestMisses(situation))
                .containsExactly(
                        miss(
                                "rank",
                                "actor.identity.level",
                                "below `trusted` (is `verified`)",
                                Effect.REQUIRE_ATTESTATION),
                        miss("rate", "context.counters.deploys", "above 3 (is 2)", Effect.DENY),
                        miss(
                                "force",
                                "action.parameters.force",
                                "true (is false)",
                                Effect.REQUIRE_MFA),
                        miss(
                                "past",
                                "context.history",
                                "with an entry `rollback` (is empty)",
                                Effect.REQUIRE_ATTESTATION));
    }

    @Test
    void eachChangesOneInputAndTheEffect() {
        int found = 0;
        for (int i = 0; i < POLICIES; i++) {
            Chance chance = new Chance(SEED + i);
            PolicySet policy = new RandomPolicies(chance).next();
            RuleEngine engine = RuleEngine.compile(policy);
            RandomSituations situations = new RandomSituations(chance);
            for (int j = 0; j < SITUATIONS_EACH; j++) {
                Situation situation = situations.next();
                Effect before = engine.effect(engine.evaluate(situation));
                for (NearestMisses.Found it : new NearestMisses(engine, situation).found()) {
                    Situation changed = it.change().changed();
                    String seed = "seed " + (SEED + i) + ": " + it.change().input();
                    assertThat(engine.effect(engine.evaluate(changed))).isEqualTo(it.effect());
                    assertThat(it.effect()).as(seed).isNotEqualTo(before);
                    assertThat(differences(situation, changed, policy))
                            .as(seed)
                            .allMatch(input -> belongsTo(input, it.change().input()));
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    /** Texts turn up in the prose as well, and an id brings its scheme, name and environment. */
    private static boolean belongsTo(String input, String changed) {
        return input.startsWith(changed)
                || input.startsWith("prose")
                || (input.startsWith("resource.") && changed.equals("resource.id"));
    }

    private static Set<String> differences(Situation one, Situation other, PolicySet policy) {
        Map<String, Object> before = new TreeMap<>();
        Map<String, Object> after = new TreeMap<>();
        flatten("", CelOracle.variables(one, policy), before);
        flatten("", CelOracle.variables(other, policy), after);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, Object> into) {
        map.forEach(
                (key, value) -> {
                    if (value instanceof Map<?, ?> inner) {
                        flatten(prefix + key + ".", inner, into);
                    } else {
                        into.put(prefix + key, String.valueOf(value));
                    }
                });
    }

    private static List<NearestMiss> misses(TestSituations situation) {
        return LAW.engine().nearestMisses(situation.build());
    }

    private static TestSituations deploy(String role, double trust, double atp) {
        return TestSituations.of("deploy").role(role).trust(trust).atp(atp);
    }

    private static NearestMiss miss(String rule, String input, String change, Effect effect) {
        return new NearestMiss(new RuleId(rule), TestRule.clause(rule), input, change, effect);
    }
}
