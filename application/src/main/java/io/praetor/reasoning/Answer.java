package io.praetor.reasoning;

import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Optional;

/**
 * A model's answer, read: the fields of seed 000's output format.
 *
 * @param references what the model cites; unchecked until a citation check has seen them
 */
public record Answer(
        Effect decision,
        Optional<String> classification,
        Optional<RiskLevel> risk,
        Optional<String> reasoning,
        Optional<String> rationale,
        List<Reference> references) {
    public Answer {
        references = List.copyOf(references);
    }

    /**
     * @param id of a clause or a precedent, as the model wrote it
     * @param quote the words the model says stand there
     */
    public record Reference(String id, Optional<String> quote) {}
}
