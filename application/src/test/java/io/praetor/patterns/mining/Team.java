package io.praetor.patterns.mining;

import io.praetor.patterns.Profile;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.policy.ClauseId;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Section;
import io.praetor.rules.RuleEngine;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Situation;
import io.praetor.testing.TestPolicies;
import io.praetor.testing.TestRule;
import io.praetor.testing.TestSituations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Confirmations of a small team whose rules leave open whatever comes with words. */
public final class Team {
    public static final PolicySet POLICY =
            TestPolicies.of(
                    List.of(
                            new Section(
                                    "law",
                                    CombiningAlgorithm.DENY_OVERRIDES,
                                    List.of(
                                            TestRule.named("write")
                                                    .actions("write")
                                                    .roles("developer")
                                                    .build()))));
    public static final RuleEngine RULES = RuleEngine.compile(POLICY);
    public static final ProfileReader READER = new ProfileReader(POLICY);
    public static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private Team() {}

    public static TestSituations write(int actor) {
        return TestSituations.of("write")
                .actor("user:dev" + actor)
                .role("developer")
                .trust(.9)
                .resource("docs/guide.md")
                .description("mend the guide for ticket " + (1000 + actor));
    }

    public static Profile profile(Situation situation) {
        RuleOutcome said = RULES.evaluate(situation);
        return READER.read(situation, said.evaluation(), said.risk());
    }

    /**
     * @param minute when it was reviewed, and its name
     */
    public static Confirmation confirmed(int minute, Situation situation, Effect effect) {
        Effect atLeast =
                RULES.evaluate(situation).evaluation() instanceof Evaluation.Applicable said
                        ? said.effect()
                        : Effect.DENY;
        return new Confirmation(
                "review-%05d".formatted(minute),
                "decision-%05d".formatted(minute),
                START.plus(Duration.ofMinutes(minute)),
                profile(situation),
                atLeast,
                effect,
                List.of(clause()));
    }

    public static ClauseId clause() {
        return POLICY.clauses().keySet().stream().sorted().findFirst().orElseThrow();
    }
}
