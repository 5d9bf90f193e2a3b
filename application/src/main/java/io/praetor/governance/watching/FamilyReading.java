package io.praetor.governance.watching;

import io.praetor.governance.Aftermath;
import io.praetor.governance.Commit;
import io.praetor.governance.Event;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.Progress;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.StageTally;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.VersionProgress;
import io.praetor.governance.control.GateEvidence;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.AutomaticResponse;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.ChangeRequest;
import io.praetor.rollout.family.FamilyState;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.family.Member;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.family.Rulings;
import io.praetor.rollout.life.Gates;
import io.praetor.rollout.life.VersionState;
import io.praetor.rollout.selection.ConservativeBudget;
import io.praetor.rollout.watch.FamilySettings;
import io.praetor.rollout.watch.Finding;
import io.praetor.rollout.watch.VersionWatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A family while a page of its events is read. Not thread-safe. */
final class FamilyReading {
    private final FamilyRecord start;
    private final FamilySettings settings;
    private final AutomaticResponse response;
    private final Map<VersionId, VersionWatch> watches = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<TrustSnapshot> snapshots = new ArrayList<>();
    private final List<RefusedChange> refusals = new ArrayList<>();
    private FamilyState state;
    private Progress progress;
    private long events;

    FamilyReading(FamilyRecord start) {
        this.start = start;
        settings = start.family().config().settings();
        response = new AutomaticResponse(start.family().config().blocksClusters());
        state = start.state();
        progress = start.progress();
    }

    void take(Event event) {
        events++;
        VersionId version = event.episode().episode().version();
        Member member = state.members().get(version);
        if (member != null) {
            VersionProgress known =
                    Optional.ofNullable(progress.versions().get(version))
                            .orElseGet(() -> VersionProgress.fresh(member.since()));
            switch (event) {
                case Event.Decided decided -> decided(decided.episode().episode(), known);
                case Event.Matured matured -> matured(matured, member, known);
            }
        }
        progress = new Progress(event.sequence(), progress.versions(), progress.budget());
    }

    private void decided(Episode episode, VersionProgress known) {
        VersionWatch watch = watch(episode.version(), known);
        watch.decided();
        keep(episode.version(), known);
        switch (episode.mode()) {
            case CANARY -> spend(progress.budget().afterCanary());
            case ENFORCED -> spend(progress.budget().afterDefault());
            case SHADOW, ADVISORY -> {}
        }
    }

    private void matured(Event.Matured event, Member member, VersionProgress known) {
        Episode episode = event.episode().episode();
        Outcome outcome = event.outcome().outcome();
        VersionId version = episode.version();
        StageTally tally = GateEvidence.tally(member, known).plus(outcome);
        VersionWatch watch = watch(version, known);
        List<Finding> findings = watch.absorb(episode, outcome);
        keep(version, compared(known.withTally(tally), member, event.outcome()));
        // An outcome may come for a canary that was counted under an earlier budget.
        if (episode.mode() == Mode.CANARY && progress.budget().pending() > 0) {
            spend(progress.budget().matured(outcome.reward().orElse(-1)));
        }
        if (watch.matured() % Thresholds.EPISODES_BETWEEN == 0) {
            snapshot(event, watch, tally);
        }
        respond(event, telling(member, findings));
    }

    private static VersionProgress compared(
            VersionProgress known, Member member, RecordedOutcome recorded) {
        boolean isCandidate = member.state() instanceof VersionState.Candidate;
        boolean isReviewed = recorded.outcome().oversight().reviewed();
        if (!isCandidate || !isReviewed || recorded.defaultAgreed().isEmpty()) {
            return known;
        }
        boolean agrees = !recorded.outcome().oversight().overriddenByHuman();
        return known.withPaired(known.paired().plus(agrees, recorded.defaultAgreed().get()));
    }

    /**
     * The findings that say something new: an alarm goes on after the version was stopped for it,
     * everywhere or in one cluster, and a second one is one that began after it.
     */
    private static List<Finding> telling(Member member, List<Finding> findings) {
        boolean isStopped = member.state() instanceof VersionState.Quarantined;
        return findings.stream()
                .filter(
                        finding ->
                                switch (finding) {
                                    case Finding.BelowCritical _ -> true;
                                    case Finding.Rung rung ->
                                            !isStopped
                                                    && rung.alarm()
                                                            .cluster()
                                                            .filter(member.blocked()::contains)
                                                            .isEmpty();
                                    case Finding.Critical _ -> !isStopped;
                                    case Finding.BelowMin _ -> !isStopped;
                                })
                .toList();
    }

    private void respond(Event.Matured event, List<Finding> findings) {
        VersionId version = event.episode().episode().version();
        Optional<ChangeRequest> wanted = response.to(state, version, findings, event.at());
        // In a family that is paused nothing acts; an alarm that stands is heard when it resumes.
        if (wanted.isEmpty() || state.heads().status() != FamilyStatus.ACTIVE) {
            return;
        }
        ChangeRequest asked = grounded(wanted.get(), event);
        switch (Rulings.on(state, asked)) {
            case Ruling.Changed changed -> {
                changes.add(changed.change());
                state = changed.after();
                keepWatches();
                progress = new Aftermath(settings).of(progress, changed.change());
                watches.clear();
            }
            case Ruling.Unchanged unchanged ->
                    refusals.add(RefusedChange.of(start, asked, unchanged.why()));
        }
    }

    /** With what it rests on: the latest snapshot and the episode that told. */
    private ChangeRequest grounded(ChangeRequest asked, Event.Matured event) {
        List<String> grounds = new ArrayList<>(asked.grounds());
        Optional.ofNullable(progress.versions().get(event.episode().episode().version()))
                .flatMap(VersionProgress::trust)
                .ifPresent(trust -> grounds.add("snapshot " + trust.id()));
        grounds.add("episode %s at event %d".formatted(event.episode().id(), event.sequence()));
        return new ChangeRequest(
                asked.request(),
                asked.target(),
                asked.evidence(),
                grounds,
                asked.grant(),
                asked.at());
    }

    private void snapshot(Event.Matured event, VersionWatch watch, StageTally tally) {
        VersionId version = event.episode().episode().version();
        String family = start.family().id();
        FamilyRecord now = new FamilyRecord(start.family(), state, progress, start.versions());
        watch.latest()
                .map(
                        credibility ->
                                new TrustSnapshot(
                                        "%s/%s/%d".formatted(family, version, watch.matured()),
                                        family,
                                        version,
                                        watch.matured(),
                                        credibility,
                                        tally.flagged(),
                                        Gates.performance(
                                                credibility.rewards(),
                                                new GateEvidence(now).baseline(version)),
                                        watch.nearness(),
                                        watch.staleness().isStale(),
                                        event.at()))
                .ifPresent(
                        trust -> {
                            snapshots.add(trust);
                            VersionProgress known = progress.versions().get(version);
                            if (known != null) {
                                keep(version, known.withTrust(trust));
                            }
                        });
    }

    private VersionWatch watch(VersionId version, VersionProgress known) {
        return watches.computeIfAbsent(version, _ -> new VersionWatch(settings, known.watch()));
    }

    private void keep(VersionId version, VersionProgress changed) {
        progress = progress.with(version, changed);
    }

    private void spend(ConservativeBudget budget) {
        progress = new Progress(progress.watermark(), progress.versions(), budget);
    }

    /** Watches change in place; their states are read off once. */
    private void keepWatches() {
        watches.forEach(
                (version, watch) ->
                        Optional.ofNullable(progress.versions().get(version))
                                .ifPresent(known -> keep(version, known.withWatch(watch.state()))));
    }

    Commit commit() {
        keepWatches();
        return new Commit(
                start, changes, state, progress, List.of(), snapshots, refusals, Optional.empty());
    }

    JobReport report() {
        return new JobReport(events, snapshots, changes, refusals);
    }
}
