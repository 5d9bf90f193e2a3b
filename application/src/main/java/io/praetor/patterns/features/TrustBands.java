package io.praetor.patterns.features;

import io.praetor.policy.RuleId;
import io.praetor.policy.TrustSettings;
import io.praetor.situation.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Trust in bands relative to the threshold of the rules that bound.
 *
 * @param thresholds of every rule that tests trust
 */
record TrustBands(TrustSettings settings, Map<RuleId, Double> thresholds) {
    /** Trust this far over a threshold is not a question of it any more. */
    private static final double CLEAR = .2;

    /** What usual laws ask for: to write and to deploy; the bands where no rule tests trust. */
    private static final double ORDINARY = .5;

    private static final double HIGH = .7;

    Optional<String> band(Trust trust, List<RuleId> rules) {
        OptionalDouble scalar = settings.scalar(trust);
        if (scalar.isEmpty()) {
            return trust.equals(Trust.UNKNOWN) ? Optional.empty() : Optional.of("partial");
        }
        double threshold = 0;
        for (RuleId rule : rules) {
            threshold = Math.max(threshold, thresholds.getOrDefault(rule, 0d));
        }
        double value = scalar.getAsDouble();
        return Optional.of(threshold == 0 ? untested(value) : tested(value, trust, threshold));
    }

    private String tested(double value, Trust trust, double threshold) {
        double lowest =
                Math.min(
                        trust.competence().orElse(0),
                        Math.min(trust.reliability().orElse(0), trust.integrity().orElse(0)));
        if (value < threshold) {
            return "below";
        }
        if (lowest < threshold + settings.margin()) {
            return value < threshold + settings.margin() ? "at threshold" : "uneven";
        }
        return value < threshold + CLEAR ? "above" : "far above";
    }

    private static String untested(double value) {
        if (value < ORDINARY) {
            return "low";
        }
        return value < HIGH ? "ordinary" : "high";
    }
}
