package io.praetor.review.queue;

import io.praetor.review.Case;
import io.praetor.review.Claim;
import io.praetor.review.Conduct.Need;
import java.util.List;
import java.util.Optional;

/**
 * A case at its place in a reviewer's queue.
 *
 * @param pick why it stands where it stands
 * @param blind whether the reviewer judges it before seeing what was decided; then nothing of the
 *     decision may be shown, and the reasons say nothing of it
 * @param reasons lower-case fragments that explain the rank in words and numbers
 * @param claim the reviewer's own, where there is one
 */
public record Entry(
        Case of,
        Pick pick,
        Need need,
        boolean blind,
        Worth worth,
        List<String> reasons,
        Optional<Claim> claim) {
    public Entry {
        reasons = List.copyOf(reasons);
    }

    /** What brought a case to its place. */
    public enum Pick {
        /** Somebody passed it on, or it was claimed before. */
        CLAIMED,
        /** The expected value of looking. */
        WORTH,
        /** Chance, so that rates stay unbiased. */
        RANDOM,
        /** Its answer is known: it tests the reviewer, who is not told. */
        TEST;

        /** As a reviewer may see it. */
        public Pick shown() {
            return this == TEST ? WORTH : this;
        }
    }
}
