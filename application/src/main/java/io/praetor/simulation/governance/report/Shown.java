package io.praetor.simulation.governance.report;

import io.praetor.simulation.governance.Figure;
import io.praetor.simulation.governance.Figure.Limit;
import io.praetor.simulation.governance.Figure.Unit;
import java.util.Locale;

/** Figures as people read them. */
final class Shown {
    private Shown() {}

    static String value(Figure figure) {
        return number(figure.unit(), figure.value());
    }

    static String interval(Figure figure) {
        return figure.unit() == Unit.COUNT
                ? "-"
                : "%s to %s"
                        .formatted(
                                number(figure.unit(), figure.low()),
                                number(figure.unit(), figure.high()));
    }

    static String asked(Figure figure) {
        return figure.limit().map(limit -> asked(figure.unit(), limit)).orElse("-");
    }

    static String reached(Figure figure) {
        if (figure.limit().isEmpty()) {
            return "-";
        }
        return figure.isReached() ? "yes" : "NO";
    }

    private static String asked(Unit unit, Limit limit) {
        return "%s %s"
                .formatted(limit.isMost() ? "at most" : "at least", number(unit, limit.value()));
    }

    private static String number(Unit unit, double value) {
        if (!Double.isFinite(value)) {
            return "never";
        }
        return switch (unit) {
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case EPISODES -> String.format(Locale.ROOT, "%.0f", value);
            case PER_TEN_THOUSAND -> String.format(Locale.ROOT, "%.2f", value);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }
}
