package io.praetor.governance.report;

import io.praetor.governance.EpisodeView;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.VersionStore;
import io.praetor.review.Estimate;
import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.VersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A family's default as reviewers saw it while it only looked on, and since it counts.
 *
 * @param shadow share of its reviewed answers that reviewers set aside then
 * @param acting the same of what it decided or advised in the period
 */
public record ShadowBaseline(String family, VersionId version, Estimate shadow, Estimate acting) {
    /** Of every family whose default has shadowed. */
    static List<ShadowBaseline> of(VersionStore store, Instant since) {
        List<ShadowBaseline> all = new ArrayList<>();
        for (FamilyRecord record : store.families()) {
            record.state()
                    .heads()
                    .defaultVersion()
                    .map(version -> of(store, record.family().id(), version, since))
                    .filter(baseline -> baseline.shadow().of() > 0)
                    .ifPresent(all::add);
        }
        return all;
    }

    private static ShadowBaseline of(
            VersionStore store, String family, VersionId version, Instant since) {
        Share shadow = new Share();
        Share acting = new Share();
        List<EpisodeView> page = store.episodes(family, 0, VersionStore.PAGE_MAX);
        while (!page.isEmpty()) {
            for (EpisodeView view : page) {
                if (view.episode().episode().version().equals(version)) {
                    if (view.episode().episode().mode() == Mode.SHADOW) {
                        shadow.add(view.outcome());
                    } else if (!view.episode().at().isBefore(since)) {
                        acting.add(view.outcome());
                    }
                }
            }
            page = store.episodes(family, page.getLast().sequence(), VersionStore.PAGE_MAX);
        }
        return new ShadowBaseline(family, version, shadow.estimate(), acting.estimate());
    }

    /** Whether it is set aside more often than it was in shadow, beyond chance. */
    public boolean isWorse() {
        return acting.of() > 0 && acting.low() > shadow.high();
    }

    /** Reviewed answers, and those that were set aside. */
    private static final class Share {
        private long reviewed;
        private long overridden;

        void add(Optional<RecordedOutcome> outcome) {
            Optional<Oversight> seen =
                    outcome.map(RecordedOutcome::outcome)
                            .map(Outcome::oversight)
                            .filter(Oversight::reviewed);
            reviewed += seen.isPresent() ? 1 : 0;
            overridden += seen.filter(Oversight::overriddenByHuman).isPresent() ? 1 : 0;
        }

        Estimate estimate() {
            return Estimate.share(overridden, reviewed);
        }
    }
}
