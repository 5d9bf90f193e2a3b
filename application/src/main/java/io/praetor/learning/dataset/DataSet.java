package io.praetor.learning.dataset;

import java.util.List;
import java.util.Map;

/**
 * Lessons that passed the safeguards.
 *
 * @param training older, ordered by time
 * @param heldOut newest, shares no actor, session or near-duplicate with the training part
 * @param count what was counted on the way
 */
public record DataSet(List<Lesson> training, List<Lesson> heldOut, Count count) {
    public DataSet {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /**
     * What was counted.
     *
     * @param reviewed cases that were looked at
     * @param leftOut why cases teach nothing, with how many
     * @param nearDuplicates lessons that repeat another
     * @param thinned lessons beyond the share that one signature may have
     * @param signatures how many there are
     * @param largestShare of one signature, in [0, 1]
     */
    public record Count(
            int reviewed,
            Map<String, Long> leftOut,
            int nearDuplicates,
            int thinned,
            int signatures,
            double largestShare) {
        public Count {
            leftOut = Map.copyOf(leftOut);
        }
    }

    /** What became of the lessons. */
    public sealed interface Gathered {
        record Ready(DataSet set) implements Gathered {}

        /**
         * A safeguard is not met.
         *
         * @param shortfalls sentences that say how many are missing, and of which kind
         */
        record Refused(List<String> shortfalls, Count count) implements Gathered {
            public Refused {
                shortfalls = List.copyOf(shortfalls);
            }
        }
    }
}
