package io.praetor.simulation.governance;

import io.praetor.rollout.statistics.Confidence;
import io.praetor.rollout.statistics.Moments;
import io.praetor.rollout.statistics.Proportion;
import io.praetor.rollout.statistics.Quantile;
import io.praetor.simulation.governance.Figure.Limit;
import io.praetor.simulation.governance.Figure.Unit;
import java.util.List;
import java.util.Optional;

/**
 * Figures from samples, with 95 % intervals: Wilson's for shares, order statistics for quantiles
 * (H. A. David and H. N. Nagaraja, Order Statistics, 2003, section 7.1), normal for means.
 */
final class Measures {
    private static final double Z = Confidence.TWO_SIDED_95;
    private static final double TEN_THOUSAND = 10_000;

    private Measures() {}

    static Figure share(String what, long hits, long trials, Optional<Limit> limit) {
        Proportion share = new Proportion(hits, trials);
        return new Figure(what, Unit.SHARE, share.rate(), share.lower(Z), share.upper(Z), limit);
    }

    /** Events per ten thousand episodes. */
    static Figure perTenThousand(String what, long hits, long episodes, Optional<Limit> limit) {
        Proportion share = new Proportion(hits, episodes);
        return new Figure(
                what,
                Unit.PER_TEN_THOUSAND,
                TEN_THOUSAND * share.rate(),
                TEN_THOUSAND * share.lower(Z),
                TEN_THOUSAND * share.upper(Z),
                limit);
    }

    /**
     * @param sample in episodes; infinite for what never happened
     */
    static Figure quantile(String what, List<Double> sample, double share, Optional<Limit> limit) {
        if (sample.isEmpty()) {
            double never = Double.POSITIVE_INFINITY;
            return new Figure(what, Unit.EPISODES, never, never, never, limit);
        }
        double[] sorted = sample.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double centre = share * sorted.length;
        double around = Z * Math.sqrt(centre * (1 - share));
        int low = (int) Math.floor(centre - around) - 1;
        int high = (int) Math.ceil(centre + around);
        return new Figure(
                what,
                Unit.EPISODES,
                Quantile.of(sorted, share),
                sorted[Math.clamp(low, 0, sorted.length - 1)],
                sorted[Math.clamp(high, 0, sorted.length - 1)],
                limit);
    }

    /** A mean of shares, one a run. */
    static Figure mean(String what, List<Double> sample, Optional<Limit> limit) {
        Moments moments = Moments.NONE;
        for (double value : sample) {
            moments = moments.plus(value);
        }
        return new Figure(
                what, Unit.SHARE, moments.mean(), moments.lower(Z), moments.upper(Z), limit);
    }
}
