package io.praetor.governance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.decision.Evaluator;
import io.praetor.decision.Path;
import io.praetor.decision.Timing;
import io.praetor.governance.GovernanceSamples;
import io.praetor.governance.RecordedEpisode;
import io.praetor.log.Hash;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.PolicyRef;
import io.praetor.log.RecordId;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.review.Disagreement;
import io.praetor.review.Review;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewerId;
import io.praetor.review.Verdict;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.OverrideSense;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What reviews of an enforced decision come to. */
class ReviewReportTest {
    private static final ReviewReport REPORTS = new ReviewReport(_ -> Optional.empty());

    private static DecisionRecord record(Effect effect, RiskLevel risk) {
        return new DecisionRecord(
                new RecordId("r1"),
                GovernanceSamples.NOW,
                GovernanceSamples.SHIPPED.id().value(),
                "live",
                Set.of(Evaluator.values()),
                new PolicyRef("team-default", "1", "ab12"),
                effect,
                effect,
                risk,
                "deploy",
                Path.REASONING,
                List.of(new ClauseId("deploy.production")),
                List.of(),
                1,
                new Timing(1, 1, 1),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Verdict corrected(Optional<Effect> effect, Optional<Disagreement> kind) {
        return new Verdict.Corrected(
                effect,
                Optional.of("other words"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kind);
    }

    private static Optional<OutcomeReport> report(
            Mode mode, Effect effect, RiskLevel risk, Verdict verdict) {
        RecordedEpisode episode =
                GovernanceSamples.episode(
                        "e1", GovernanceSamples.SHIPPED, mode, GovernanceSamples.DEPLOYS);
        Review review =
                new Review(
                        new ReviewId(new UUID(1, 2)),
                        new RecordId("r1"),
                        Hash.ofHex("00".repeat(32)),
                        new ReviewerId("local:ann"),
                        GovernanceSamples.NOW,
                        verdict,
                        Review.Looking.PLAIN);
        return REPORTS.of(episode, record(effect, risk), review);
    }

    private static void check(
            Effect effect, RiskLevel risk, Verdict verdict, double reward, Object... judged) {
        OutcomeReport report = report(Mode.ENFORCED, effect, risk, verdict).orElseThrow();
        assertThat(report.reward()).isEqualTo(OptionalDouble.of(reward));
        assertThat(report.oversight().sense().map(Object.class::cast).stream().toList())
                .isEqualTo(List.of(judged).subList(0, Math.min(1, judged.length)));
        assertThat(report.flags())
                .isEqualTo(judged.length > 1 ? Set.of(SafetyFlag.WRONG_ALLOW) : Set.of());
        assertThat(report.oversight().overriddenByHuman()).isEqualTo(judged.length > 0);
    }

    @Test
    void anErrorCostsWhatIsAtStakeAndAWrongAllowIsFlagged() {
        Verdict deny = corrected(Optional.of(Effect.DENY), Optional.empty());
        Verdict allow = corrected(Optional.of(Effect.ALLOW), Optional.empty());
        check(Effect.ALLOW, RiskLevel.CRITICAL, Verdict.ACCEPTED, 1);
        check(Effect.ALLOW, RiskLevel.LOW, Verdict.ACCEPTED, .25);
        check(
                Effect.ALLOW,
                RiskLevel.HIGH,
                deny,
                -1,
                OverrideSense.TOO_PERMISSIVE,
                SafetyFlag.WRONG_ALLOW);
        check(Effect.ALLOW, RiskLevel.MEDIUM, deny, -.6, OverrideSense.TOO_PERMISSIVE);
        check(Effect.REQUIRE_MFA, RiskLevel.HIGH, deny, -.6, OverrideSense.TOO_PERMISSIVE);
        check(Effect.DENY, RiskLevel.HIGH, allow, -.3, OverrideSense.TOO_STRICT);
    }

    @Test
    void whoSaysHowItIsWrongAndNotWhatIsRightIsHeardToo() {
        check(
                Effect.ALLOW,
                RiskLevel.HIGH,
                corrected(Optional.empty(), Optional.of(Disagreement.TOO_PERMISSIVE)),
                -1,
                OverrideSense.TOO_PERMISSIVE,
                SafetyFlag.WRONG_ALLOW);
        OutcomeReport unclear =
                report(
                                Mode.ENFORCED,
                                Effect.DENY,
                                RiskLevel.HIGH,
                                corrected(Optional.empty(), Optional.of(Disagreement.UNCLEAR)))
                        .orElseThrow();
        assertThat(unclear.reward()).isEmpty();
        assertThat(unclear.oversight().sense()).contains(OverrideSense.UNCLEAR);
    }

    @Test
    void otherWordsAreNoOverride() {
        check(Effect.DENY, RiskLevel.HIGH, corrected(Optional.empty(), Optional.empty()), .75);
    }

    @Test
    void whatAShadowWouldHaveSaidIsUnknownWithoutItsPolicy() {
        assertThat(report(Mode.SHADOW, Effect.ALLOW, RiskLevel.HIGH, Verdict.ACCEPTED)).isEmpty();
    }
}
