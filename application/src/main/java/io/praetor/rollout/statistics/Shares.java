package io.praetor.rollout.statistics;

import java.util.Map;
import java.util.TreeSet;

/** A distribution over labels, as counts; compared with another by how much of it moved. */
public record Shares(Map<String, Long> counts) {
    /** Above this the owner is told: seed 002, "alert if distribution shifts > 20 %". */
    public static final double SHIFT_ALERT = .20;

    public Shares {
        counts = Map.copyOf(counts);
    }

    /** Total variation: the share of decisions that would have to change label, in [0, 1]. */
    public double shiftFrom(Shares baseline) {
        TreeSet<String> labels = new TreeSet<>(counts.keySet());
        labels.addAll(baseline.counts.keySet());
        double moved = 0;
        for (String label : labels) {
            moved += Math.abs(share(label) - baseline.share(label));
        }
        return moved / 2;
    }

    public double share(String label) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return total == 0 ? 0 : (double) counts.getOrDefault(label, 0L) / total;
    }
}
