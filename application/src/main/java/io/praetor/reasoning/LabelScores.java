package io.praetor.reasoning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How likely a model finds each label.
 *
 * @param logProbabilities natural logarithms, not normalised over the labels, in their order
 */
public record LabelScores(Map<String, Double> logProbabilities) {
    public LabelScores {
        logProbabilities.forEach(
                (label, score) -> {
                    if (score.isNaN() || score > 0) {
                        throw new IllegalArgumentException(
                                "no log-probability for `%s`: %s".formatted(label, score));
                    }
                });
        logProbabilities = Collections.unmodifiableMap(new LinkedHashMap<>(logProbabilities));
    }

    /** How much of the model's belief goes to any label at all, in [0, 1]. */
    public double mass() {
        return Math.min(1, logProbabilities.values().stream().mapToDouble(Math::exp).sum());
    }
}
