package io.praetor.intervention;

import io.praetor.situation.MetaContext;
import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A context as numbers in [-1, 1]: a constant, then what is known of the state of mind, then what
 * is at stake. What is unknown is 0, and counted by a feature of its own.
 */
public record Features(List<Double> values) {
    public static final int SIZE = 8;

    public Features {
        values = List.copyOf(values);
        boolean finite = values.stream().allMatch(it -> Math.abs(it) <= 1);
        if (values.size() != SIZE || !finite) {
            throw new IllegalArgumentException(
                    "a context is %d numbers in [-1, 1], not %s".formatted(SIZE, values));
        }
    }

    public static Features of(MetaContext meta, RiskLevel risk) {
        List<OptionalDouble> known =
                List.of(
                        meta.coherence(),
                        meta.spread(),
                        meta.entropyChange(),
                        meta.potency(),
                        meta.affectiveLoad());
        double missing = known.stream().filter(OptionalDouble::isEmpty).count();
        return new Features(
                List.of(
                        1.0,
                        meta.coherence().orElse(0),
                        meta.spread().orElse(0),
                        meta.entropyChange().orElse(0),
                        meta.potency().orElse(0),
                        meta.affectiveLoad().orElse(0),
                        stakes(risk),
                        missing / known.size()));
    }

    private static double stakes(RiskLevel risk) {
        return switch (risk) {
            case LOW -> 0;
            case MEDIUM -> 1.0 / 3;
            case HIGH -> 2.0 / 3;
            case CRITICAL -> 1;
        };
    }
}
