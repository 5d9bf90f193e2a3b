package io.praetor.situation;

import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of an identity's standing; coherence is in [0, 1]. Each part may be absent. */
public record Identity(
        Optional<IdentityLevel> level, OptionalDouble coherence, Optional<Trend> trend) {
    public static final Identity UNKNOWN =
            new Identity(Optional.empty(), OptionalDouble.empty(), Optional.empty());
}
