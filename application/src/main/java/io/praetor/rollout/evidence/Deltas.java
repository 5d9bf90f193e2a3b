package io.praetor.rollout.evidence;

import java.util.OptionalDouble;

/**
 * The observed changes around an episode. What was not observed is missing, never zero.
 *
 * @param coherence after minus before
 * @param accuracy of the person or process, after minus before
 * @param calibration |error before| - |error after|
 * @param latency the change in time to decide by the baseline's time; positive is slower
 */
public record Deltas(
        OptionalDouble coherence,
        OptionalDouble accuracy,
        OptionalDouble calibration,
        OptionalDouble latency) {
    public static final Deltas NONE =
            new Deltas(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    public Deltas {
        checkFinite("coherence", coherence);
        checkFinite("accuracy", accuracy);
        checkFinite("calibration", calibration);
        checkFinite("latency", latency);
    }

    public static Deltas ofCoherence(double coherence) {
        return new Deltas(
                OptionalDouble.of(coherence),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static void checkFinite(String name, OptionalDouble delta) {
        if (delta.isPresent() && !Double.isFinite(delta.getAsDouble())) {
            throw new IllegalArgumentException("delta of " + name + " is not finite");
        }
    }
}
