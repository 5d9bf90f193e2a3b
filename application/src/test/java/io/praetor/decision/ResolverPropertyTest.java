package io.praetor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.Fallbacks;
import io.praetor.rules.RuleOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the resolution promises whatever the evaluators say; every failure names its seed. */
class ResolverPropertyTest {
    private static final int CASES = 20_000;
    private static final long SEED = 20_261_121;

    private interface Claim {
        void check(RandomEvaluations random, Trail trail, Fallbacks fallbacks);
    }

    private static void forAll(Claim claim) {
        for (int i = 0; i < CASES; i++) {
            long seed = SEED + i;
            RandomEvaluations random = new RandomEvaluations(new SplittableRandom(seed));
            try {
                claim.check(random, random.trail(), random.fallbacks());
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    private static Effect resolve(Authority authority, Trail trail, Fallbacks fallbacks) {
        return new Resolver(fallbacks, ConfidenceFloors.DEFAULT).resolve(authority, trail).effect();
    }

    private static Trail withReasoning(Trail trail, Evaluation reasoning) {
        return new Trail(
                trail.rules(), trail.pattern(), Optional.of(RandomEvaluations.opinion(reasoning)));
    }

    private static Authority binding(Evaluator... others) {
        Set<Evaluator> binding = EnumSet.of(Evaluator.RULES);
        binding.addAll(Set.of(others));
        return new Authority("test", binding, EnumSet.allOf(Evaluator.class));
    }

    @Test
    void rulesDenialIsNeverWeakened() {
        forAll(
                (random, trail, fallbacks) -> {
                    RuleOutcome denied =
                            new RuleOutcome(
                                    random.applicable(Effect.DENY, false),
                                    trail.rules().risk(),
                                    trail.rules().missing(),
                                    trail.rules().advice());
                    Trail with = new Trail(denied, trail.pattern(), trail.reasoning());
                    assertThat(resolve(random.authority(), with, fallbacks)).isEqualTo(Effect.DENY);
                });
    }

    @Test
    void resultIsNeverWeakerThanTheRules() {
        forAll(
                (random, trail, fallbacks) -> {
                    Effect floor =
                            switch (trail.rules().evaluation()) {
                                case Applicable rules -> rules.effect();
                                case NotApplicable() -> Effect.ALLOW;
                                case Indeterminate rules ->
                                        rules.atLeast().strictest(Effect.REQUIRE_ATTESTATION);
                            };
                    assertThat(resolve(random.authority(), trail, fallbacks))
                            .isGreaterThanOrEqualTo(floor);
                });
    }

    @Test
    void indeterminateNeverAllows() {
        forAll(
                (random, trail, fallbacks) -> {
                    if (trail.rules().evaluation() instanceof Indeterminate) {
                        Effect effect = resolve(random.authority(), trail, fallbacks);
                        assertThat(effect).isGreaterThanOrEqualTo(Effect.REQUIRE_ATTESTATION);
                    }
                });
    }

    @Test
    void indeterminateReasoningIsNeverWeakerThanReasoningThatAllows() {
        forAll(
                (random, trail, fallbacks) -> {
                    Authority authority = binding(Evaluator.REASONING, Evaluator.PATTERN);
                    Applicable sure =
                            new Applicable(
                                    Effect.ALLOW,
                                    Set.of(),
                                    random.applicable(Effect.ALLOW, false).clauses(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    1);
                    Effect allowed = resolve(authority, withReasoning(trail, sure), fallbacks);
                    Effect broken =
                            resolve(
                                    authority,
                                    withReasoning(trail, Indeterminate.because("garbage")),
                                    fallbacks);
                    assertThat(broken).isGreaterThanOrEqualTo(allowed);
                });
    }

    @Test
    void moreAuthorityForReasoningNeverWeakensWhatRulesDecided() {
        forAll(
                (_, trail, fallbacks) -> {
                    if (trail.rules().evaluation() instanceof Applicable rules
                            && rules.isConclusive()) {
                        assertThat(resolve(binding(Evaluator.REASONING), trail, fallbacks))
                                .isEqualTo(resolve(binding(), trail, fallbacks));
                    }
                });
    }

    @Test
    void whoDoesNotBindEqualsAbsent() {
        forAll(
                (_, trail, fallbacks) -> {
                    Trail alone = new Trail(trail.rules(), Optional.empty(), Optional.empty());
                    Resolver resolver = new Resolver(fallbacks, ConfidenceFloors.DEFAULT);
                    assertThat(resolver.resolve(binding(), trail))
                            .isEqualTo(resolver.resolve(binding(), alone));
                });
    }

    @Test
    void uncoveredIsNeverWeakerThanThePolicyLeavesRoomFor() {
        forAll(
                (random, trail, fallbacks) -> {
                    if (trail.rules().evaluation() instanceof NotApplicable) {
                        assertThat(resolve(random.authority(), trail, fallbacks))
                                .isGreaterThanOrEqualTo(fallbacks.uncoveredWeakest());
                    }
                });
    }

    @Test
    void everyResolutionNamesItsClauses() {
        forAll(
                (random, trail, fallbacks) ->
                        assertThat(
                                        new Resolver(fallbacks, ConfidenceFloors.DEFAULT)
                                                .resolve(random.authority(), trail)
                                                .clauses())
                                .isNotEmpty());
    }
}
