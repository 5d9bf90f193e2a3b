package io.praetor.review;

import io.praetor.decision.Decision;
import io.praetor.log.ChainedRecord;
import io.praetor.policy.Effect;
import io.praetor.review.Conduct.Need;
import java.util.List;
import java.util.Optional;

/**
 * A case as one reviewer may see it now. What must not be shown is not in it, so that no door can
 * give it away.
 *
 * @param record with its situation
 * @param blind whether what was decided is held back until the verdict is in
 * @param isOwn whether the reviewer may not judge it
 * @param isDone whether the reviewer has judged it
 * @param advice what was decided; empty where blind
 * @param expected what a suite expects; empty also where that tests the reviewer
 * @param reviews those that the reviewer may know of; others' only once their own is in
 */
public record CaseView(
        Case of,
        ChainedRecord record,
        Need need,
        boolean blind,
        boolean isOwn,
        boolean isDone,
        Optional<Advice> advice,
        Optional<Effect> expected,
        List<Review> reviews) {
    public CaseView {
        reviews = List.copyOf(reviews);
    }

    /** What was decided. */
    public sealed interface Advice {
        /** With everything that explains it. */
        record Explained(Decision decision) implements Advice {}

        /**
         * The record alone: its policy is not kept here, its personal parts were erased, or it was
         * imported.
         */
        record Bare() implements Advice {}
    }
}
