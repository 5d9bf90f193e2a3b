package io.praetor.retrieval;

import io.praetor.policy.Effect;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the log tells of an actor.
 *
 * @param last the latest decisions, newest first, at most {@link #DECISIONS_MAX}
 * @param overrideRate share of the actor's reviewed decisions that reviewers corrected; absent
 *     where none was reviewed
 */
public record Observed(List<PastDecision> last, OptionalDouble overrideRate) {
    /** The design's bound on what a reasoner is shown of an actor. */
    public static final int DECISIONS_MAX = 20;

    public static final Observed NOTHING = new Observed(List.of(), OptionalDouble.empty());

    public Observed {
        last = List.copyOf(last);
        if (last.size() > DECISIONS_MAX) {
            throw new IllegalArgumentException("more past decisions than a reasoner is shown");
        }
    }

    /** Ids of the records that were looked at. */
    public List<String> ids() {
        return last.stream().map(PastDecision::id).toList();
    }

    /**
     * @param id of its record
     * @param at the instant of the request
     */
    public record PastDecision(
            String id, Instant at, String action, String resource, Effect effect) {}
}
