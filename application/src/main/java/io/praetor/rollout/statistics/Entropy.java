package io.praetor.rollout.statistics;

import java.util.List;

/**
 * Entropy of counts over a fixed set of classes, in nats.
 *
 * <p>Source: G. Miller, Note on the bias of information estimates (1955): the maximum likelihood
 * estimate plus (occupied classes - 1) / (2 n).
 */
public final class Entropy {
    private Entropy() {}

    /** Miller-Madow; 0 without counts, and never above the entropy of equal shares. */
    public static double millerMadow(List<Integer> counts) {
        long total = 0;
        int occupied = 0;
        for (int count : counts) {
            total += count;
            occupied += count > 0 ? 1 : 0;
        }
        if (total == 0) {
            return 0;
        }
        double plain = 0;
        for (int count : counts) {
            double share = (double) count / total;
            plain -= count == 0 ? 0 : share * Math.log(share);
        }
        return Math.min(Math.log(counts.size()), plain + (occupied - 1) / (2.0 * total));
    }
}
