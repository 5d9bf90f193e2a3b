package io.praetor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.patterns.PatternId;
import io.praetor.patterns.PatternLibrary;
import io.praetor.patterns.PatternOpinion;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Situation;
import io.praetor.testing.Chance;
import io.praetor.testing.RandomPolicies;
import io.praetor.testing.RandomSituations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A pattern that allows everything weakens nothing that the rules said. */
class PatternNeverWeakerTest {
    private static final int SEEDS = 400;
    private static final PatternLibrary ALLOWS_EVERYTHING =
            (_, _, _) ->
                    Optional.of(
                            new PatternOpinion(
                                    new PatternId("00"),
                                    new Evaluation.Applicable(
                                            Effect.ALLOW,
                                            Set.of(),
                                            List.of(new ClauseId("default.deny")),
                                            List.of(),
                                            List.of(),
                                            List.of("confirmed"),
                                            1)));

    @Test
    void aPatternNeverWeakensWhatTheRulesSaid() {
        Judge judge = new Judge(ConfidenceFloors.DEFAULT, () -> 0);
        int asked = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Chance chance = new Chance(seed);
            RuleEngine rules = RuleEngine.compile(new RandomPolicies(chance).next());
            ActingVersion version =
                    new ActingVersion(
                            "any",
                            rules,
                            ALLOWS_EVERYTHING,
                            Optional.empty(),
                            Authority.EVERYTHING_BINDING);
            RandomSituations situations = new RandomSituations(chance);
            for (int i = 0; i < 20; i++) {
                Situation situation = situations.next();
                Judgement judged = judge.judge(situation, version);
                asked += judged.trail().pattern().isPresent() ? 1 : 0;
                assertThat(judged.resolution().effect())
                        .as("seed %d, %s", seed, situation)
                        .isGreaterThanOrEqualTo(atLeast(judged, rules));
            }
        }
        assertThat(asked).as("situations that rules left open").isGreaterThan(SEEDS);
    }

    private static Effect atLeast(Judgement judged, RuleEngine rules) {
        return switch (judged.trail().rules().evaluation()) {
            case Evaluation.Applicable said -> said.effect();
            case Evaluation.NotApplicable() -> rules.policy().fallbacks().uncoveredWeakest();
            case Evaluation.Indeterminate said ->
                    said.atLeast().strictest(Effect.REQUIRE_ATTESTATION);
        };
    }
}
