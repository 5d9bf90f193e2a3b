package io.praetor.reasoning;

import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a model has fared since it was opened, for metrics.
 *
 * @param failed how often for which cause; causes that never came are absent
 * @param busy how many callers it serves now
 * @param waiting how many wait for a turn now
 * @param isOpen whether the circuit breaker turns callers away
 */
public record ModelCounts(
        long answered, Map<Failure, Long> failed, int busy, int waiting, boolean isOpen) {
    public ModelCounts {
        Map<Failure, Long> copy = new EnumMap<>(Failure.class);
        copy.putAll(failed);
        failed = Collections.unmodifiableMap(copy);
    }
}
