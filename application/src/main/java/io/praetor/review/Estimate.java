package io.praetor.review;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A figure with its 95 % interval.
 *
 * @param value absent where nothing was observed
 * @param of how many observations it rests on
 */
public record Estimate(OptionalDouble value, double low, double high, long of) {
    /** The normal quantile of a two-sided 95 % interval. */
    private static final double Z = 1.959963984540054;

    /**
     * A share with Wilson's score interval (E. B. Wilson, JASA 22, 1927); all of [0, 1] for none of
     * none.
     */
    public static Estimate share(long hits, long of) {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException("%d of %d".formatted(hits, of));
        }
        if (of == 0) {
            return new Estimate(OptionalDouble.empty(), 0, 1, 0);
        }
        double share = (double) hits / of;
        double spread = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        double middle = share + Z * Z / (2.0 * of);
        double scale = 1 + Z * Z / of;
        return new Estimate(
                OptionalDouble.of(share),
                Math.clamp((middle - spread) / scale, 0, share),
                Math.clamp((middle + spread) / scale, share, 1),
                of);
    }

    /**
     * A mean with its normal interval, kept within the scale; all of the scale for fewer than two
     * values, of which nobody knows how they spread.
     *
     * @param lowest the scale's end
     * @param highest the scale's other end
     */
    public static Estimate mean(List<Double> values, double lowest, double highest) {
        int count = values.size();
        OptionalDouble mean = values.stream().mapToDouble(Double::doubleValue).average();
        if (count < 2) {
            return new Estimate(mean, lowest, highest, count);
        }
        double middle = mean.getAsDouble();
        double squares =
                values.stream().mapToDouble(value -> (value - middle) * (value - middle)).sum();
        double spread = Z * Math.sqrt(squares / (count - 1) / count);
        return new Estimate(
                mean, Math.max(lowest, middle - spread), Math.min(highest, middle + spread), count);
    }
}
