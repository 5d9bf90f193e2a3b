package io.praetor.rollout.selection;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Member;
import io.praetor.rollout.life.Answer;
import io.praetor.rollout.life.Stage;
import io.praetor.rollout.life.VersionState;
import java.util.Optional;

/** Whether a version may act on an occasion: live, credible, without alarm, within its scope. */
record Eligibility(SelectionState state, TierScope scope) {
    private static final VersionState CANARY = new VersionState.Candidate(Stage.CANARY);

    /** Empty when a live version may act. */
    Optional<Ineligibility> ofLive(VersionId version, Occasion occasion) {
        Member member = state.family().members().get(version);
        if (member == null || !(member.state() instanceof VersionState.Live live)) {
            return Optional.of(Ineligibility.NOT_LIVE);
        }
        return scope.covers(live.tier(), occasion.family(), occasion.environment())
                ? ofRecord(version, member, occasion)
                : Optional.of(Ineligibility.OUT_OF_SCOPE);
    }

    /** Empty when a canary may act on its share. */
    Optional<Ineligibility> ofCanary(VersionId version, Occasion occasion) {
        Member member = state.family().members().get(version);
        if (member == null || !member.state().equals(CANARY)) {
            return Optional.of(Ineligibility.NOT_LIVE);
        }
        return scope.advisoryAlways().contains(occasion.family())
                ? Optional.of(Ineligibility.OUT_OF_SCOPE)
                : ofRecord(version, member, occasion);
    }

    private Optional<Ineligibility> ofRecord(VersionId version, Member member, Occasion occasion) {
        Snapshot snapshot = state.snapshots().get(version);
        if (member.blocked().contains(occasion.cluster())) {
            return Optional.of(Ineligibility.BLOCKED_IN_CLUSTER);
        }
        if (snapshot == null || snapshot.episodes() == 0) {
            return Optional.of(Ineligibility.NO_EVIDENCE);
        }
        if (snapshot.alarmed()) {
            return Optional.of(Ineligibility.ALARM_OPEN);
        }
        if (!(snapshot.score() >= state.floor())) {
            return Optional.of(Ineligibility.SCORE_BELOW_FLOOR);
        }
        return snapshot.performance() == Answer.FAILED
                ? Optional.of(Ineligibility.PERFORMANCE_FAILED)
                : Optional.empty();
    }
}
