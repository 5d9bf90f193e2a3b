package io.praetor.rollout.selection;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyState;
import java.util.Map;

/**
 * Everything selection depends on besides the occasion.
 *
 * @param floor the score below which a version is never selected
 * @param killed the operator's switch: rules only, at once
 */
public record SelectionState(
        FamilyState family,
        Map<VersionId, Snapshot> snapshots,
        ConservativeBudget budget,
        double floor,
        boolean killed) {
    public SelectionState {
        snapshots = Map.copyOf(snapshots);
    }
}
