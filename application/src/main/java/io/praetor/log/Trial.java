package io.praetor.log;

import io.praetor.policy.Effect;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a suite knew about a decision it asked for (seed 003, Evaluation and Metadata).
 *
 * @param coverage share of the expected elements that the reasons name, in [0, 1]; absent where the
 *     scenario expects none
 */
public record Trial(
        Effect expected,
        boolean isCorrect,
        OptionalDouble coverage,
        String scenarioId,
        List<String> tags) {
    public Trial {
        tags = List.copyOf(tags);
    }
}
