package io.praetor.rollout.detection;

import java.util.List;

/**
 * The factor by which one observation multiplies a bet against "nothing has changed", for each of
 * several bets. Its mean is at most 1 while nothing has.
 */
sealed interface Ratio {
    int bets();

    double of(int bet, double observation, double healthy);

    /**
     * Likelihood ratios of a share: the bets say that it rose from {@code healthy} to one of {@code
     * alternatives}. The observation is 1 or 0.
     */
    record OfShare(List<Double> alternatives) implements Ratio {
        @Override
        public int bets() {
            return alternatives.size();
        }

        @Override
        public double of(int bet, double observation, double healthy) {
            double share = alternatives.get(bet);
            return observation > 0 ? share / healthy : (1 - share) / (1 - healthy);
        }
    }

    /**
     * Bets that the mean of a reward in [-1, 1] fell below {@code healthy}: 1 + lambda (healthy -
     * reward). Nothing but the bounds is assumed about its distribution.
     *
     * <p>Source: I. Waudby-Smith and A. Ramdas, Estimating means of bounded random variables by
     * betting, JRSS B 86 (2024).
     */
    record OfMean(List<Double> lambdas) implements Ratio {
        @Override
        public int bets() {
            return lambdas.size();
        }

        @Override
        public double of(int bet, double observation, double healthy) {
            return 1 + lambdas.get(bet) * (healthy - observation);
        }
    }
}
