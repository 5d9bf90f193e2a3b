package io.praetor.reasoning;

import io.praetor.reasoning.Answer.Reference;
import io.praetor.retrieval.Passage;
import java.util.List;

/**
 * What is left of an answer's references.
 *
 * @param kept the passages that were cited rightly, in the answer's order, each once
 * @param dropped what was not; each counts as a safety flag
 */
public record CheckedCitations(List<Passage> kept, List<Dropped> dropped) {
    public CheckedCitations {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /** Why a reference does not count. */
    public enum Cause {
        /** No passage that was retrieved has this id. */
        UNKNOWN_ID,
        /** The passage does not say these words. */
        INVENTED_QUOTE,
        /** No rule that enforces the clause is about such an action by such an actor. */
        NO_BEARING
    }

    public record Dropped(Reference reference, Cause cause) {}
}
