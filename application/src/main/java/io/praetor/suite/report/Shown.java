package io.praetor.suite.report;

import io.praetor.suite.Interval;
import io.praetor.suite.Proportion;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as people read them. */
final class Shown {
    private Shown() {}

    /** {@code 93.8 % (60 of 64; 85.0 to 97.5 %)}: the share, its counts, its interval. */
    static String share(Proportion proportion) {
        if (proportion.of() == 0) {
            return "none";
        }
        Interval interval = proportion.wilson();
        return "%s (%d of %d; %s to %s)"
                .formatted(
                        percent(proportion.share()),
                        proportion.hits(),
                        proportion.of(),
                        number(interval.low()),
                        percent(OptionalDouble.of(interval.high())));
    }

    /** {@code 0 of 40 (at most 7.2 %)}: a count of what must not happen, with its bound. */
    static String bounded(Proportion proportion) {
        if (proportion.of() == 0) {
            return "none possible";
        }
        return "%d of %d (at most %s)"
                .formatted(
                        proportion.hits(),
                        proportion.of(),
                        percent(OptionalDouble.of(proportion.upperBound())));
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? number(share.getAsDouble()) + " %" : "-";
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    static String micros(double micros) {
        return String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%.0f", micros);
    }
}
