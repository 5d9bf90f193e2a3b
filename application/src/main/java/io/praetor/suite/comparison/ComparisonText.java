package io.praetor.suite.comparison;

import io.praetor.suite.Proportion;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A comparison in words: the verdict first, then its figures, then every flipped scenario. */
public final class ComparisonText {
    private ComparisonText() {}

    public static String write(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append(verdict(comparison)).append('\n');
        text.append(
                "right: %s, then %s\n"
                        .formatted(share(comparison.first()), share(comparison.second())));
        text.append(
                "difference: %s points (95 %% interval %s to %s)\n"
                        .formatted(
                                points(comparison.difference()),
                                points(comparison.interval().low()),
                                points(comparison.interval().high())));
        text.append(
                "only the first right: %d, only the second: %d; McNemar exact p = %s\n"
                        .formatted(
                                comparison.test().onlyFirst(),
                                comparison.test().onlySecond(),
                                String.format(Locale.ROOT, "%.4f", comparison.test().p())));
        comparison.flips().forEach(pair -> text.append(flip(pair)));
        text.append(named("in one report only", comparison.unpaired()));
        text.append(named("expected decision changed between the reports", comparison.restated()));
        return text.toString();
    }

    private static String verdict(Comparison comparison) {
        return switch (comparison.verdict()) {
            case SAME -> "the reports do not differ: every scenario is decided the same";
            case NOT_SHOWN -> "no difference shown: chance explains as uneven a split";
            case FIRST_BETTER -> "the first is better";
            case SECOND_BETTER -> "the second is better";
        };
    }

    private static String flip(Comparison.Pair pair) {
        return "  %s: %s -> %s (expected %s)\n"
                .formatted(
                        pair.first().id(),
                        decision(pair.first()),
                        decision(pair.second()),
                        pair.second().expected().label());
    }

    private static String decision(RunEntry entry) {
        String mark = entry.isWrongAllow() ? ", a wrong allow" : entry.isRight() ? "" : ", wrong";
        return entry.decision().label() + mark;
    }

    private static String named(String what, List<String> ids) {
        return ids.isEmpty() ? "" : what + ": " + String.join(", ", ids) + "\n";
    }

    private static String share(Proportion proportion) {
        OptionalDouble share = proportion.share();
        String percent =
                share.isPresent()
                        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
                        : "-";
        return "%s (%d of %d)".formatted(percent, proportion.hits(), proportion.of());
    }

    private static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", 100 * difference);
    }
}
