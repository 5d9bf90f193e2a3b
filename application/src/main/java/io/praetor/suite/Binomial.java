package io.praetor.suite;

/** The binomial distribution, summed in logarithms so that no term underflows early. */
public final class Binomial {
    private Binomial() {}

    /** The probability of at most {@code hits} in {@code trials} of probability {@code p}. */
    public static double atMost(int hits, int trials, double p) {
        if (p <= 0 || hits >= trials) {
            return 1;
        }
        if (p >= 1) {
            return 0;
        }
        double sum = 0;
        double logTerm = trials * Math.log1p(-p);
        double logOdds = Math.log(p) - Math.log1p(-p);
        for (int i = 0; i <= hits; i++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((double) (trials - i) / (i + 1)) + logOdds;
        }
        return Math.min(1, sum);
    }
}
