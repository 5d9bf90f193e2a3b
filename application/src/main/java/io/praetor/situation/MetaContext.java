package io.praetor.situation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the caller knows about its own state of mind: {@code context.meta}. What is absent is
 * unknown, never assumed.
 *
 * @param coherence in [0, 1]
 * @param spread the uncertainty of the coherence, in [0, 1]
 * @param entropyChange since the reading before, in [-1, 1]
 * @param potency the highest among signals that do not fit, in [0, 1]
 * @param affectiveLoad what is emotionally at stake, in [0, 1]
 * @param at when it was measured
 */
public record MetaContext(
        OptionalDouble coherence,
        OptionalDouble spread,
        OptionalDouble entropyChange,
        OptionalDouble potency,
        OptionalDouble affectiveLoad,
        Optional<Awareness> awareness,
        Optional<Instant> at) {
    public static final MetaContext UNKNOWN =
            new MetaContext(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty());

    public MetaContext {
        check("coherence", coherence, 0);
        check("spread", spread, 0);
        check("entropy_change", entropyChange, -1);
        check("max_potency", potency, 0);
        check("affective_load", affectiveLoad, 0);
    }

    private static void check(String name, OptionalDouble value, double lowest) {
        if (value.isPresent() && !(value.getAsDouble() >= lowest && value.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "`%s` is in [%s, 1], not %s".formatted(name, lowest, value.getAsDouble()));
        }
    }
}
