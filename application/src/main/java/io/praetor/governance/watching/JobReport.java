package io.praetor.governance.watching;

import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.FamilyStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run over a family's new events came to.
 *
 * @param events read
 */
public record JobReport(
        long events,
        List<TrustSnapshot> snapshots,
        List<Change> changes,
        List<RefusedChange> refusals) {
    /** Nothing was new. */
    public static final JobReport NOTHING = new JobReport(0, List.of(), List.of(), List.of());

    public JobReport {
        snapshots = List.copyOf(snapshots);
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    /** Both, one after the other. */
    public JobReport plus(JobReport other) {
        return new JobReport(
                events + other.events,
                joined(snapshots, other.snapshots),
                joined(changes, other.changes),
                joined(refusals, other.refusals));
    }

    /** Whether a family ended up without anybody to act, so that its owner is called. */
    public boolean callsOwner() {
        return changes.stream().anyMatch(it -> it.after().status() == FamilyStatus.PAUSED);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
