package io.praetor.rollout.statistics;

/** The standard normal quantiles that bounds are computed with. */
public final class Confidence {
    /**
     * 95 % on one side. Each gate asks about one side only (is the rate low enough, is the mean
     * high enough), and the two-sided quantile would ask 97.5 % of it.
     */
    public static final double ONE_SIDED_95 = 1.6448536269514722;

    /** 99 % on one side, for bounds of which a family has many at a time. */
    public static final double ONE_SIDED_99 = 2.3263478740408408;

    /** 95 % on both sides, as published tables of intervals give it. */
    public static final double TWO_SIDED_95 = 1.959963984540054;

    private Confidence() {}
}
