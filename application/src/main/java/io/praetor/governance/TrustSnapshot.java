package io.praetor.governance;

import io.praetor.rollout.credibility.Credibility;
import io.praetor.rollout.credibility.Factor;
import io.praetor.rollout.detection.Stream;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.selection.Snapshot;
import java.time.Instant;
import java.util.Map;

/**
 * How a version was to be trusted at one moment.
 *
 * @param id of the family, version and count of matured episodes: the same evidence, the same id
 * @param matured outcomes of the version so far, also those that left the window
 * @param flags seen in the version's episodes since it came to its state
 * @param performance the reward against the baseline
 * @param nearness of each detector to its alarm, as a share of it
 * @param stale whether too much was decided since a person last reviewed
 */
public record TrustSnapshot(
        String id,
        String family,
        VersionId version,
        long matured,
        Credibility credibility,
        long flags,
        GateOutcome performance,
        Map<Stream, Double> nearness,
        boolean stale,
        Instant at) {
    public TrustSnapshot {
        nearness = Map.copyOf(nearness);
    }

    /** The same once the detectors started afresh. */
    public TrustSnapshot withNearness(Map<Stream, Double> changed) {
        return new TrustSnapshot(
                id, family, version, matured, credibility, flags, performance, changed, stale, at);
    }

    /** What selection goes by. */
    public Snapshot snapshot() {
        boolean alarmed = nearness.values().stream().anyMatch(near -> near >= 1);
        return new Snapshot(
                credibility.score(),
                credibility.reading(Factor.SAFETY).bounded(),
                performance.answer(),
                alarmed,
                credibility.episodes());
    }
}
