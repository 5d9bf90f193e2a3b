package io.praetor.rollout.detection;

import java.util.Arrays;
import java.util.List;

/**
 * A Shiryaev-Roberts e-detector: for each bet M becomes (M + 1) L with each observation, and their
 * mean is the evidence that something changed at some time.
 *
 * <p>While nothing changed the mean grows by at most 1 per observation, so the expected time to
 * reach A is at least A, whatever the dependence between observations. Source: J. Shin, A. Ramdas
 * and A. Rinaldo, E-detectors, The New England Journal of Statistics in Data Science 2 (2024). Not
 * thread-safe.
 */
final class EDetector {
    /** Far above any threshold; keeps an alarm that goes on finite. */
    static final double STATISTIC_MAX = 1e12;

    private final double[] bets;

    EDetector(int size) {
        bets = new double[size];
    }

    /** Goes on where an earlier one stopped. */
    EDetector(List<Double> statistics, int size) {
        if (statistics.size() != size) {
            throw new IllegalArgumentException(
                    "kept %d bets, not %d".formatted(statistics.size(), size));
        }
        bets = statistics.stream().mapToDouble(Double::doubleValue).toArray();
    }

    void observe(Ratio ratio, double observation, double healthy) {
        for (int bet = 0; bet < bets.length; bet++) {
            double grown = (bets[bet] + 1) * ratio.of(bet, observation, healthy);
            bets[bet] = Math.min(STATISTIC_MAX, grown);
        }
    }

    double statistic() {
        double sum = 0;
        for (double bet : bets) {
            sum += bet;
        }
        return sum / bets.length;
    }

    List<Double> bets() {
        return Arrays.stream(bets).boxed().toList();
    }
}
