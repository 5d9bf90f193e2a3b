package io.praetor.suite;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;
import io.praetor.suite.Answer.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Four outcomes in which everything that a scorecard counts happens once. */
public final class SampleOutcomes {
    private static final ClauseId DEPLOY = new ClauseId("deploy.approval");
    private static final ClauseId READ = new ClauseId("read.public");

    private SampleOutcomes() {}

    public static List<Outcome> outcomes() {
        return List.of(
                outcome(
                        scenario("read", Effect.ALLOW, Set.of(), RiskLevel.LOW, List.of(READ)),
                        answer(Effect.ALLOW, List.of(READ), "Any member may read."),
                        2_000),
                outcome(
                        scenario(
                                "deploy",
                                Effect.REQUIRE_ATTESTATION,
                                Set.of(Effect.DENY),
                                RiskLevel.HIGH,
                                List.of(DEPLOY)),
                        answer(Effect.DENY, List.of(READ, DEPLOY), "Approval of a deploy."),
                        6_000),
                outcome(
                        scenario("<b>|wrong", Effect.DENY, Set.of(), RiskLevel.HIGH, List.of(READ)),
                        answer(Effect.ALLOW, List.of(), "Nothing."),
                        4_000),
                outcome(
                        refusedScenario(),
                        Answer.refused(
                                List.of(new io.praetor.situation.Refusal("actor_id", "is empty")),
                                Optional.empty()),
                        1_000));
    }

    public static Outcome outcome(Scenario scenario, Answer answer, long nanos) {
        return new Outcome(
                scenario, answer, Marks.of(scenario, answer, new WordCoverage()), nanos, List.of());
    }

    public static Scenario scenario(
            String id,
            Effect expected,
            Set<Effect> acceptable,
            RiskLevel tier,
            List<ClauseId> clauses) {
        return new Scenario(
                id,
                "title of " + id,
                new Scenario.Request.Parsed(Map.of()),
                expected,
                acceptable,
                false,
                clauses,
                List.of("a deploy needs approval"),
                Optional.of(Kind.EDGE),
                Optional.empty(),
                Optional.of(tier),
                tier.atLeast(RiskLevel.HIGH),
                List.of("tag"));
    }

    private static Scenario refusedScenario() {
        return new Scenario(
                "refused",
                "refused",
                new Scenario.Request.Text("{}"),
                Effect.DENY,
                Set.of(),
                true,
                List.of(DEPLOY),
                List.of(),
                Optional.of(Kind.ATTACK),
                Optional.of(Difficulty.HARD),
                Optional.empty(),
                false,
                List.of());
    }

    public static Answer answer(Effect effect, List<ClauseId> clauses, String explanation) {
        View view =
                new View(
                        "rules",
                        true,
                        "applicable",
                        Optional.of(effect),
                        OptionalDouble.of(1),
                        clauses,
                        List.of("borderline_trust"));
        return new Answer(
                effect,
                false,
                false,
                "rules",
                clauses,
                List.of(view),
                1,
                Optional.empty(),
                explanation,
                Optional.of("id-of-" + effect.label()));
    }
}
