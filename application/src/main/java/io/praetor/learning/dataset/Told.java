package io.praetor.learning.dataset;

import io.praetor.policy.Effect;
import java.util.List;
import java.util.Optional;

/**
 * An answer to a situation, as it was given or as it should have been.
 *
 * @param classification empty where nobody gave one
 * @param risk a level's label; empty where nobody gave one
 * @param reasoning empty where nobody gave any for this decision
 */
public record Told(
        Effect decision,
        String classification,
        String risk,
        String reasoning,
        List<Cited> clauses) {
    public Told {
        clauses = List.copyOf(clauses);
    }

    /**
     * A clause that was cited.
     *
     * @param text empty where the policy that decided is not at hand
     */
    public record Cited(String id, Optional<String> text) {}
}
