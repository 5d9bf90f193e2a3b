package io.praetor.suite;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** How many of how many: a share with what it says of the share behind it. */
public record Proportion(int hits, int of) {
    /** The normal quantile of a two-sided 95 % interval. */
    private static final double Z = 1.959963984540054;

    /** One-sided 95 %. */
    private static final double ALPHA = 0.05;

    /** Halvings that bring a share below the resolution of a double. */
    private static final int HALVINGS = 60;

    public Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
    }

    public static <T> Proportion of(Collection<T> all, Predicate<? super T> hit) {
        return new Proportion((int) all.stream().filter(hit).count(), all.size());
    }

    /** Absent for none of none. */
    public OptionalDouble share() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / of);
    }

    /**
     * The two-sided 95 % score interval (Wilson 1927; recommended by Newcombe 1998 and Brown, Cai
     * and DasGupta 2001); all of [0, 1] for none of none.
     */
    public Interval wilson() {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / of;
        double spread = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        double middle = share + Z * Z / (2.0 * of);
        double scale = 1 + Z * Z / of;
        return new Interval(
                Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale));
    }

    /**
     * The exact one-sided 95 % upper bound (Clopper and Pearson 1934): the largest share under
     * which so few hits still happen one time in twenty. 1 for none of none. What safety claims
     * rest on: none seen of {@code n} bounds the share by about {@code 3/n}.
     */
    public double upperBound() {
        if (hits == of) {
            return 1;
        }
        double low = (double) hits / of;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Binomial.atMost(hits, of, middle) > ALPHA) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
