package io.praetor.rollout.detection;

import io.praetor.rollout.evidence.Cluster;
import io.praetor.rollout.evidence.Codebook;
import io.praetor.rollout.statistics.Confidence;
import io.praetor.rollout.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The reward that each cluster of a family is at least expected to bring, in the codebook's order.
 *
 * <p>By cluster, so that a shift of traffic towards harder clusters is not mistaken for a worse
 * version.
 */
public record RewardLevels(List<Double> levels) {
    /** A fall of this much of the scale from -1 to 1 is put up with; beyond it is a change. */
    static final double TOLERATED_LOSS = .02;

    /** Any lower, and a stake of .6 could be lost whole on one bad reward. */
    static final double LEVEL_MIN = -.6;

    public RewardLevels {
        levels = List.copyOf(levels);
        for (double level : levels) {
            if (!(level >= LEVEL_MIN && level <= 1)) {
                throw new IllegalArgumentException(
                        "reward level in [%s, 1], not %s".formatted(LEVEL_MIN, level));
            }
        }
    }

    /**
     * The levels of an accepted baseline: in each cluster the lower bound of its mean, less the
     * tolerated loss. A cluster without two rewards expects only the family's overall level, and
     * that is where thin evidence leads: a wide bound, a low level, a slow alarm, not a false one.
     */
    public static RewardLevels of(Codebook codebook, Map<Cluster, Moments> baseline) {
        Moments all = baseline.values().stream().reduce(Moments.NONE, Moments::merge);
        List<Double> levels = new ArrayList<>();
        for (Cluster cluster : codebook.clusters()) {
            Moments own = baseline.getOrDefault(cluster, Moments.NONE);
            Moments known = own.count() < 2 ? all : own;
            double level = known.lower(Confidence.ONE_SIDED_99) - TOLERATED_LOSS;
            levels.add(Math.clamp(level, LEVEL_MIN, 1));
        }
        return new RewardLevels(levels);
    }

    double at(int cluster) {
        return levels.get(cluster);
    }
}
