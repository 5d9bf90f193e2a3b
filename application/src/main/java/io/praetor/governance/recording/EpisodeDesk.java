package io.praetor.governance.recording;

import io.praetor.governance.EpisodeView;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.VersionStore;
import io.praetor.governance.VersionStore.Kept;
import io.praetor.rollout.evidence.Deltas;
import io.praetor.rollout.evidence.InterventionReward;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.evidence.VersionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Keeps episodes and what came of them, once each. Thread-safe. */
public record EpisodeDesk(VersionStore store, InstantSource clock) {
    public Kept keep(RecordedEpisode episode) {
        return store.record(episode);
    }

    /** Keeps what was reported as matured now; the same report again changes nothing. */
    public Kept keep(OutcomeReport report) {
        Optional<EpisodeView> found = store.episode(report.episode());
        if (found.isEmpty()) {
            return Kept.UNKNOWN;
        }
        EpisodeView view = found.get();
        Instant at = view.outcome().map(RecordedOutcome::at).orElseGet(clock::instant);
        Deltas deltas =
                new Deltas(
                        coherence(view, report),
                        report.accuracy(),
                        report.calibration(),
                        report.latency());
        Outcome outcome =
                new Outcome(
                        report.reward().isPresent()
                                ? report.reward()
                                : InterventionReward.DEFAULT.of(deltas),
                        deltas,
                        report.oversight(),
                        flags(view, report),
                        Optional.of(at));
        Optional<Boolean> agreed =
                view.outcome()
                        .map(RecordedOutcome::defaultAgreed)
                        .orElseGet(() -> defaultAgreed(view, report));
        return store.record(new RecordedOutcome(report.episode(), outcome, agreed, at));
    }

    private static OptionalDouble coherence(EpisodeView view, OutcomeReport report) {
        OptionalDouble before = view.episode().meta().coherence();
        return before.isPresent() && report.coherenceAfter().isPresent()
                ? OptionalDouble.of(report.coherenceAfter().getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }

    private static Set<SafetyFlag> flags(EpisodeView view, OutcomeReport report) {
        Set<SafetyFlag> flags = EnumSet.noneOf(SafetyFlag.class);
        flags.addAll(report.flags());
        report.coherenceAfter()
                .ifPresent(
                        after ->
                                flags.addAll(
                                        SafetyFlag.ofCoherence(
                                                view.episode().meta().coherence().orElse(after),
                                                after)));
        return flags;
    }

    /** As reported, or as the default's own episode on the same situation was judged. */
    private Optional<Boolean> defaultAgreed(EpisodeView view, OutcomeReport report) {
        if (report.defaultAgreed().isPresent()) {
            return report.defaultAgreed();
        }
        String family = view.episode().family();
        VersionId own = view.episode().episode().version();
        return store.family(family)
                .flatMap(record -> record.state().heads().defaultVersion())
                .filter(acting -> !acting.equals(own))
                .flatMap(acting -> store.episodeOn(family, view.episode().situation(), acting))
                .flatMap(EpisodeView::outcome)
                .map(judged -> judged.outcome().oversight())
                .filter(oversight -> oversight.reviewed())
                .map(oversight -> !oversight.overriddenByHuman());
    }
}
