package io.praetor.rollout.comparison;

import java.util.List;

/**
 * A candidate and the default on the same situations, as a bet that may be looked at after every
 * label without spoiling it (anytime-valid).
 *
 * <p>One side bets against "the candidate is worse than the default by the margin or more", the
 * other against "the candidate is not worse". While the first is true its wealth reaches 1/alpha
 * with probability at most alpha, ever (Ville's inequality). Source: I. Waudby-Smith and A. Ramdas,
 * JRSS B 86 (2024), section 4, as the mean of fixed stakes.
 *
 * @param better wealth of each stake that the candidate is not worse by the margin
 * @param worse wealth of each stake that it is worse
 */
public record PairedTest(long pairs, List<Double> better, List<Double> worse) {
    /**
     * Agreement with the labels may be lower by this share: a candidate that much worse is the one
     * that must not pass, and an equal one can.
     */
    public static final double MARGIN = .02;

    /** From the stake that finds a slight difference to the one that finds a large one soonest. */
    private static final List<Double> STAKES = List.of(.1, .3, .6);

    /** Keeps the wealth finite long after everything is proven. */
    private static final double WEALTH_MAX = 1e12;

    public static final PairedTest START = new PairedTest(0, ones(), ones());

    public PairedTest {
        better = List.copyOf(better);
        worse = List.copyOf(worse);
    }

    /** Takes in one label that both versions were held against. */
    public PairedTest plus(boolean candidateAgrees, boolean defaultAgrees) {
        double gain = (candidateAgrees ? 1 : 0) - (defaultAgrees ? 1 : 0);
        return new PairedTest(pairs + 1, grown(better, gain + MARGIN), grown(worse, -gain));
    }

    /** The evidence that the candidate is not worse by the margin. */
    public double evidenceFor() {
        return mean(better);
    }

    /** The evidence that it is worse. */
    public double evidenceAgainst() {
        return mean(worse);
    }

    private static List<Double> grown(List<Double> wealth, double gain) {
        Double[] next = new Double[STAKES.size()];
        for (int index = 0; index < next.length; index++) {
            double factor = 1 + STAKES.get(index) * gain;
            next[index] = Math.min(WEALTH_MAX, wealth.get(index) * factor);
        }
        return List.of(next);
    }

    private static double mean(List<Double> wealth) {
        double sum = 0;
        for (double part : wealth) {
            sum += part;
        }
        return sum / wealth.size();
    }

    private static List<Double> ones() {
        return STAKES.stream().map(_ -> 1.0).toList();
    }
}
