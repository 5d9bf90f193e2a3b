package io.praetor.governance.recording;

import io.praetor.rollout.evidence.Oversight;
import io.praetor.rollout.evidence.SafetyFlag;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What somebody observed after an episode; what is absent was not observed.
 *
 * @param reward in [-1, 1]; absent, it is worked out from the deltas where they suffice
 * @param coherenceAfter in [0, 1], held against what the episode began with
 * @param accuracy change, as are {@code calibration} and {@code latency}
 * @param defaultAgreed whether the default's answer agreed with the same review
 */
public record OutcomeReport(
        String episode,
        OptionalDouble reward,
        OptionalDouble coherenceAfter,
        OptionalDouble accuracy,
        OptionalDouble calibration,
        OptionalDouble latency,
        Oversight oversight,
        Set<SafetyFlag> flags,
        Optional<Boolean> defaultAgreed) {
    public OutcomeReport {
        flags = Set.copyOf(flags);
        boolean inRange =
                coherenceAfter.isEmpty()
                        || (coherenceAfter.getAsDouble() >= 0 && coherenceAfter.getAsDouble() <= 1);
        if (!inRange) {
            throw new IllegalArgumentException("`coherence_after` is in [0, 1]");
        }
    }
}
