package io.praetor.governance;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.selection.ConservativeBudget;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a family's events were read, and what they came to; what is read is never read again.
 *
 * @param watermark the sequence of the last event read; 0 before the first
 * @param budget what canaries may still cost
 */
public record Progress(
        long watermark, Map<VersionId, VersionProgress> versions, ConservativeBudget budget) {
    public Progress {
        versions = Map.copyOf(versions);
    }

    public static Progress starting(double baselineReward) {
        return new Progress(0, Map.of(), ConservativeBudget.startingAt(baselineReward));
    }

    /** The same with one version's progress replaced. */
    public Progress with(VersionId version, VersionProgress progress) {
        Map<VersionId, VersionProgress> changed = new HashMap<>(versions);
        changed.put(version, progress);
        return new Progress(watermark, changed, budget);
    }
}
