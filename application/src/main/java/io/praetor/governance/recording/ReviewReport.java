package io.praetor.governance.recording;

import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Decision;
import io.praetor.decision.Judge;
import io.praetor.governance.RecordedEpisode;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordedDecision;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.review.Disagreement;
import io.praetor.review.Review;
import io.praetor.review.Verdict;
import io.praetor.rollout.evidence.DecisionReward;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.OverrideSense;
import io.praetor.rollout.evidence.Overrider;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.selection.StageAuthority;
import io.praetor.situation.RiskLevel;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * What one review says of one version's answer.
 *
 * @param policies policy sets by their hash
 */
record ReviewReport(Function<String, Optional<PolicySet>> policies) {
    /**
     * How an answer was judged.
     *
     * @param sense how it was wrong; empty where it stands
     */
    private record Judged(
            OptionalDouble reward, Optional<OverrideSense> sense, boolean isWrongAllow) {}

    /** Empty where the review does not tell whether the version's answer was right. */
    Optional<OutcomeReport> of(RecordedEpisode episode, DecisionRecord record, Review review) {
        return said(episode.episode().mode(), record)
                .flatMap(said -> judged(said, record, review.verdict()))
                .map(judged -> report(episode, record, review, judged));
    }

    /** What the version answered, or would have where it only looked on. */
    private Optional<Effect> said(Mode mode, DecisionRecord record) {
        return switch (mode) {
            case CANARY, ENFORCED -> Optional.of(record.effect());
            case SHADOW, ADVISORY ->
                    policies.apply(record.policy().hash())
                            .flatMap(policy -> RecordedDecision.of(record, policy))
                            .map(ReviewReport::underFullAuthority);
        };
    }

    private static Effect underFullAuthority(Decision decision) {
        return new Judge(ConfidenceFloors.DEFAULT, () -> 0)
                .rejudge(
                        decision.situation(),
                        decision.version().under(StageAuthority.of(Mode.ENFORCED)),
                        decision.trail())
                .effect();
    }

    private static Optional<Judged> judged(Effect said, DecisionRecord record, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted() ->
                    Optional.of(against(record.effect(), said, record.risk(), Optional.empty()));
            case Verdict.Corrected corrected when corrected.decision().isPresent() ->
                    Optional.of(
                            against(
                                    corrected.decision().get(),
                                    said,
                                    record.risk(),
                                    corrected.kind()));
            case Verdict.Corrected corrected when corrected.kind().isPresent() ->
                    corrected
                            .kind()
                            .filter(_ -> said == record.effect())
                            .map(kind -> wrong(kind, said, record.risk()));
            case Verdict.Corrected _ ->
                    Optional.of(against(record.effect(), said, record.risk(), Optional.empty()));
        };
    }

    private static Judged against(
            Effect confirmed, Effect said, RiskLevel risk, Optional<Disagreement> kind) {
        OptionalDouble reward = OptionalDouble.of(DecisionReward.DEFAULT.of(risk, said, confirmed));
        if (said == confirmed) {
            return new Judged(reward, Optional.empty(), false);
        }
        OverrideSense direction =
                said.isStricterThan(confirmed)
                        ? OverrideSense.TOO_STRICT
                        : OverrideSense.TOO_PERMISSIVE;
        OverrideSense sense =
                kind.filter(it -> it == Disagreement.UNCLEAR)
                        .map(_ -> OverrideSense.UNCLEAR)
                        .orElse(direction);
        return new Judged(reward, Optional.of(sense), isWrongAllow(said, direction, risk));
    }

    /** A reviewer who says in which way it is wrong, and not what would be right. */
    private static Judged wrong(Disagreement kind, Effect said, RiskLevel risk) {
        return switch (kind) {
            case TOO_STRICT ->
                    new Judged(
                            OptionalDouble.of(DecisionReward.DEFAULT.tooStrict()),
                            Optional.of(OverrideSense.TOO_STRICT),
                            false);
            case TOO_PERMISSIVE -> {
                boolean isWrong = isWrongAllow(said, OverrideSense.TOO_PERMISSIVE, risk);
                yield new Judged(
                        OptionalDouble.of(
                                isWrong
                                        ? DecisionReward.DEFAULT.wrongAllow()
                                        : DecisionReward.DEFAULT.tooPermissive()),
                        Optional.of(OverrideSense.TOO_PERMISSIVE),
                        isWrong);
            }
            case UNCLEAR ->
                    new Judged(OptionalDouble.empty(), Optional.of(OverrideSense.UNCLEAR), false);
        };
    }

    private static boolean isWrongAllow(Effect said, OverrideSense direction, RiskLevel risk) {
        return said == Effect.ALLOW
                && direction == OverrideSense.TOO_PERMISSIVE
                && risk.atLeast(RiskLevel.HIGH);
    }

    private static OutcomeReport report(
            RecordedEpisode episode, DecisionRecord record, Review review, Judged judged) {
        Set<SafetyFlag> flags = RecordFlags.of(record);
        if (judged.isWrongAllow()) {
            flags.add(SafetyFlag.WRONG_ALLOW);
        }
        return new OutcomeReport(
                episode.id(),
                judged.reward(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                new Oversight(
                        true,
                        review.looking().blind(),
                        judged.sense().isPresent() ? Set.of(Overrider.HUMAN) : Set.of(),
                        judged.sense()),
                flags,
                Optional.empty());
    }
}
