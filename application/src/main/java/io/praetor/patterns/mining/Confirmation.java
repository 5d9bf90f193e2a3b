package io.praetor.patterns.mining;

import io.praetor.patterns.Profile;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What reviewers settled of one decision.
 *
 * @param review the id of the review that settled it, unique
 * @param record the id of the decision; a later confirmation of it takes the place of an earlier
 * @param at when it was given
 * @param atLeast what the rules alone would have given: no answer is weaker
 * @param effect what the decision should have been
 * @param clauses what it should have rested on; may be empty
 */
public record Confirmation(
        String review,
        String record,
        Instant at,
        Profile profile,
        Effect atLeast,
        Effect effect,
        List<ClauseId> clauses) {
    static final Comparator<Confirmation> OLDEST_FIRST =
            Comparator.comparing(Confirmation::at).thenComparing(Confirmation::review);

    public Confirmation {
        clauses = List.copyOf(clauses);
    }

    /** Whether an answer with this effect, once resolved with the rules, is what was confirmed. */
    public boolean agreesWith(Effect answer) {
        return answer.strictest(atLeast) == effect;
    }
}
