package io.praetor.rollout.watch;

import io.praetor.rollout.detection.Alarm;
import io.praetor.rollout.evidence.SafetyFlag;
import java.util.Locale;
import java.util.Set;

/** Something about an acting version that calls for less autonomy. */
public sealed interface Finding {
    /** A detector reached its limit. */
    record Rung(Alarm alarm) implements Finding {}

    /** A flag that quarantines by itself. */
    record Critical(Set<SafetyFlag> flags) implements Finding {
        public Critical {
            flags = Set.copyOf(flags);
        }
    }

    /** The score stayed below the minimum, but not below the critical threshold. */
    record BelowMin(double score, double limit, int evaluations) implements Finding {}

    /** The score stayed below the critical threshold. */
    record BelowCritical(double score, double limit, int evaluations) implements Finding {}

    /** The rule that found it, as the audit record names it. */
    default String rule() {
        return switch (this) {
            case Rung(Alarm alarm) -> "detector " + alarm.stream();
            case Critical _ -> "critical flag";
            case BelowMin _ -> "score below min";
            case BelowCritical _ -> "score below critical";
        };
    }

    /** The finding with its figures, in one line. */
    default String description() {
        return switch (this) {
            case Rung(Alarm alarm) ->
                    "%s evidence %s of %s in %s"
                            .formatted(
                                    alarm.stream(),
                                    figure(alarm.statistic()),
                                    figure(alarm.limit()),
                                    alarm.cluster().map(Object::toString).orElse("all clusters"));
            case Critical(Set<SafetyFlag> flags) ->
                    "critical flag " + flags.stream().sorted().toList();
            case BelowMin(double score, double limit, int evaluations) ->
                    below(score, limit, evaluations);
            case BelowCritical(double score, double limit, int evaluations) ->
                    below(score, limit, evaluations);
        };
    }

    private static String below(double score, double limit, int evaluations) {
        return "score %s below %s for %d evaluations"
                .formatted(figure(score), figure(limit), evaluations);
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }
}
