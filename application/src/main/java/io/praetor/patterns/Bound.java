package io.praetor.patterns;

/**
 * The lower Wilson bound of an agreement, one-sided at 95 %: what the reviews show at least (E. B.
 * Wilson, 1927).
 */
public final class Bound {
    /** A pattern answers from here on: eleven validations without an error. */
    public static final double ANSWERS = .8;

    /** An ALLOW where the risk is high or critical: fifty-two validations without an error. */
    public static final double ALLOWS_AT_HIGH_RISK = .95;

    /** The 95 % quantile of the normal distribution, one-sided. */
    private static final double Z = 1.6448536269514722;

    private Bound() {}

    /**
     * @param agreeing at most {@code total}; counts may be fractions, where age has worn them down
     * @return 0 where there is nothing to go by
     */
    public static double of(double agreeing, double total) {
        if (total <= 0) {
            return 0;
        }
        double share = agreeing / total;
        double square = Z * Z;
        double centre = share + square / (2 * total);
        double spread = Z * Math.sqrt(share * (1 - share) / total + square / (4 * total * total));
        return Math.max(0, (centre - spread) / (1 + square / total));
    }
}
