package io.praetor.rollout.evidence;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What came of an episode, as far as it was observed.
 *
 * @param reward in [-1, 1]; absent where too little was observed to tell
 * @param maturedAt when nothing more was to be waited for; until then the outcome counts nowhere
 */
public record Outcome(
        OptionalDouble reward,
        Deltas deltas,
        Oversight oversight,
        Set<SafetyFlag> flags,
        Optional<Instant> maturedAt) {
    public Outcome {
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
        reward.ifPresent(
                value -> {
                    if (!(value >= -1 && value <= 1)) {
                        throw new IllegalArgumentException("reward is in [-1, 1], not " + value);
                    }
                });
    }

    public boolean isCritical() {
        return flags.stream().anyMatch(SafetyFlag::isCritical);
    }
}
