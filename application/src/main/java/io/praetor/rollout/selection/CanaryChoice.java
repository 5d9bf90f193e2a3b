package io.praetor.rollout.selection;

import io.praetor.rollout.evidence.VersionId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which canary is tried: the highest score plus c sqrt(ln N / n), so that the one tried less often
 * gets its turn. A bonus that is the same for all, as seed 004 sketches it, changes no order.
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi and P. Fischer, Machine Learning 47 (2002), UCB1.
 */
record CanaryChoice(SelectionState state, TierScope scope) {
    /** About two spreads of the score: enough to reorder versions that noise could have. */
    static final double EXPLORATION = .05;

    Optional<VersionId> best(Occasion occasion) {
        Eligibility eligibility = new Eligibility(state, scope);
        List<Map.Entry<VersionId, Snapshot>> canaries =
                state.snapshots().entrySet().stream()
                        .filter(entry -> eligibility.ofCanary(entry.getKey(), occasion).isEmpty())
                        .toList();
        long all = canaries.stream().mapToLong(entry -> entry.getValue().episodes()).sum();
        return canaries.stream()
                .max(
                        Comparator.comparingDouble(
                                        (Map.Entry<VersionId, Snapshot> entry) ->
                                                promise(entry.getValue(), all))
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static double promise(Snapshot snapshot, long all) {
        double tried = (double) snapshot.episodes();
        return snapshot.score() + EXPLORATION * Math.sqrt(Math.log((double) all) / tried);
    }
}
