package io.praetor.situation;

import java.util.OptionalDouble;

/**
 * The T3 trust tensor: three dimensions in [0, 1], each absent where the caller did not send it.
 * The older names talent, training and temperament are accepted for them at the door.
 */
public record Trust(
        OptionalDouble competence, OptionalDouble reliability, OptionalDouble integrity) {
    public static final Trust UNKNOWN =
            new Trust(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public Trust {
        requireUnit("competence", competence);
        requireUnit("reliability", reliability);
        requireUnit("integrity", integrity);
    }

    public static Trust of(double competence, double reliability, double integrity) {
        return new Trust(
                OptionalDouble.of(competence),
                OptionalDouble.of(reliability),
                OptionalDouble.of(integrity));
    }

    /** True when all three dimensions are there, so that an aggregate exists. */
    public boolean isComplete() {
        return competence.isPresent() && reliability.isPresent() && integrity.isPresent();
    }

    private static void requireUnit(String name, OptionalDouble value) {
        if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(name + " outside [0, 1]: " + value.getAsDouble());
        }
    }
}
