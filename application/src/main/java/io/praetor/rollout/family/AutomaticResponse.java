package io.praetor.rollout.family;

import io.praetor.rollout.detection.Alarm;
import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.Answer;
import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.StateKind;
import io.praetor.rollout.life.WatchGates;
import io.praetor.rollout.watch.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a family asks for by itself when its watch finds something; always less autonomy.
 *
 * @param blocksClusters whether an alarm that is local blocks the version only there
 */
public record AutomaticResponse(boolean blocksClusters) {
    /** The change to ask for; empty when the version neither acts nor could be withdrawn. */
    public Optional<ChangeRequest> to(
            FamilyState family, VersionId version, List<Finding> findings, Instant at) {
        Member member = family.members().get(version);
        return member == null ? Optional.empty() : to(member, version, fresh(member, findings), at);
    }

    private Optional<ChangeRequest> to(
            Member member, VersionId version, List<Finding> findings, Instant at) {
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        GateOutcome rollBack = WatchGates.causeToRollBack(findings, member.alarms());
        GateOutcome pause = WatchGates.causeToPause(findings);
        StateKind kind = member.state().kind();
        boolean withdrawable = kind == StateKind.LIVE || kind == StateKind.QUARANTINED;
        if (rollBack.answer() == Answer.PASSED && withdrawable) {
            Target target = new Target.Whole(version);
            return Optional.of(request(RolloutAction.ROLLBACK, target, rollBack, findings, at));
        }
        return switch (kind) {
            case ADVISORY, CANARY, LIVE -> {
                Target target = target(version, findings);
                yield Optional.of(request(RolloutAction.PAUSE, target, pause, findings, at));
            }
            case NONE, SHADOW, QUARANTINED, ROLLED_BACK, DEPRECATED -> Optional.empty();
        };
    }

    /**
     * The findings that say more than what the version was stopped for. Outcomes that were under
     * way when it was stopped go on ringing the same alarm; that is not a second one.
     */
    private static List<Finding> fresh(Member member, List<Finding> findings) {
        boolean stopped = member.state().kind() == StateKind.QUARANTINED;
        return findings.stream()
                .filter(
                        finding ->
                                switch (finding) {
                                    case Finding.Rung(Alarm alarm) ->
                                            !stopped
                                                    && alarm.cluster()
                                                            .filter(member.blocked()::contains)
                                                            .isEmpty();
                                    case Finding.Critical _ -> true;
                                    case Finding.BelowMin _ -> true;
                                    case Finding.BelowCritical _ -> true;
                                })
                .toList();
    }

    private Target target(VersionId version, List<Finding> findings) {
        List<Optional<Cluster>> places =
                findings.stream().map(AutomaticResponse::place).distinct().toList();
        return places.getFirst()
                .filter(_ -> blocksClusters && places.size() == 1)
                .<Target>map(cluster -> new Target.Local(version, cluster))
                .orElseGet(() -> new Target.Whole(version));
    }

    private static Optional<Cluster> place(Finding finding) {
        return finding instanceof Finding.Rung(Alarm alarm) ? alarm.cluster() : Optional.empty();
    }

    private static ChangeRequest request(
            RolloutAction action,
            Target target,
            GateOutcome cause,
            List<Finding> findings,
            Instant at) {
        String found =
                findings.stream().map(Finding::description).collect(Collectors.joining("; "));
        return new ChangeRequest(
                new Request(
                        action,
                        new Initiator.Automatic(findings.getFirst().rule()),
                        Optional.empty(),
                        found),
                target,
                Evidence.of(List.of(cause)),
                List.of(),
                Optional.empty(),
                at);
    }
}
