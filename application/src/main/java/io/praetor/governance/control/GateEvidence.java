package io.praetor.governance.control;

import io.praetor.governance.FamilyRecord;
import io.praetor.governance.StageTally;
import io.praetor.governance.Version;
import io.praetor.governance.VersionProgress;
import io.praetor.rollout.comparison.AlphaSplit;
import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Member;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Gates;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.Stage;
import io.praetor.rollout.life.VersionState;
import io.praetor.rollout.life.WatchGates;
import io.praetor.rollout.watch.VersionWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gates that a family's record can judge for a change, each with its figures. */
public record GateEvidence(FamilyRecord record) {
    /** Of a candidate that is not in the family yet. */
    List<GateOutcome> ofSpawning(Spawning spawning) {
        Version candidate = spawning.candidate();
        boolean fits =
                candidate
                        .parent()
                        .flatMap(record::version)
                        .filter(parent -> !parent.id().equals(candidate.id()))
                        .isPresent();
        List<GateOutcome> gates = new ArrayList<>(spawning.suite().gates());
        gates.add(Gates.parent(fits));
        return gates;
    }

    /** Of a version for the next step of its life; empty where that step has no gates. */
    public List<GateOutcome> of(RolloutAction action, VersionId version, Instant at) {
        Member member = record.state().members().get(version);
        if (member == null) {
            return List.of();
        }
        VersionProgress progress = record.progressOf(version).orElseGet(() -> fresh(member));
        StageTally tally = tally(member, progress);
        Duration soaked = Duration.between(member.since(), at);
        return switch (action) {
            case ADVANCE -> ofAdvance(member.state(), tally, soaked, isOfNewModel(version));
            case PROMOTE -> ofPromotion(version, progress);
            case EXPAND ->
                    member.state() instanceof VersionState.Live(var tier)
                            ? List.of(
                                    Gates.tierOverrides(tally.overrides(), tier),
                                    Gates.soak(soaked, tier))
                            : List.of();
            case GENESIS, SPAWN, PAUSE, RESUME, ROLLBACK, DEPRECATE, SET_FALLBACK, GRANT ->
                    List.of();
        };
    }

    private static List<GateOutcome> ofAdvance(
            VersionState state, StageTally tally, Duration soaked, boolean newModel) {
        if (!(state instanceof VersionState.Candidate(Stage stage))) {
            return List.of();
        }
        return switch (stage) {
            case SHADOW ->
                    List.of(
                            Gates.labels(tally.reviewed()),
                            Gates.agreement(tally.agreed(), soaked),
                            Gates.soak(soaked, newModel));
            case ADVISORY ->
                    List.of(
                            Gates.advisoryOverrides(tally.overrides()),
                            Gates.criticalFlags(tally.criticals()),
                            Gates.soak(soaked, false));
            case CANARY -> List.of();
        };
    }

    private List<GateOutcome> ofPromotion(VersionId version, VersionProgress progress) {
        VersionWatch watch =
                new VersionWatch(record.family().config().settings(), progress.watch());
        List<GateOutcome> gates = new ArrayList<>();
        gates.add(WatchGates.credibility(watch, record.family().config().thresholds()));
        Optional<Credibility> latest = watch.latest();
        if (latest.isPresent()) {
            gates.add(Gates.performance(latest.get().rewards(), baseline(version)));
            gates.add(Gates.accuracy(latest.get().accuracy()));
            gates.add(Gates.calibration(latest.get().calibration()));
        }
        double evidenceMin = AlphaSplit.DEFAULT.evidenceMin(record.ordinal(version));
        gates.add(WatchGates.comparison(progress.paired(), evidenceMin));
        return gates;
    }

    /** What acts otherwise earns: the default, and beside the default itself the rules alone. */
    public double baseline(VersionId version) {
        return record.state()
                .heads()
                .defaultVersion()
                .filter(acting -> !acting.equals(version))
                .flatMap(record::trustOf)
                .filter(trust -> trust.credibility().rewards().count() > 0)
                .map(trust -> trust.credibility().rewards().mean())
                .orElse(record.family().config().baselineReward());
    }

    /** Counts of the state the version is in; those of an earlier one say nothing about it. */
    public static StageTally tally(Member member, VersionProgress progress) {
        return progress.tally().since().equals(member.since())
                ? progress.tally()
                : StageTally.since(member.since());
    }

    private boolean isOfNewModel(VersionId version) {
        Optional<Version> own = record.version(version);
        Optional<Version> parent = own.flatMap(Version::parent).flatMap(record::version);
        return own.isPresent() && parent.isPresent() && own.get().hasOtherModelThan(parent.get());
    }

    private static VersionProgress fresh(Member member) {
        return VersionProgress.fresh(member.since());
    }
}
