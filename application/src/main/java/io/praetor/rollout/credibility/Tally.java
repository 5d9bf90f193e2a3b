package io.praetor.rollout.credibility;

import io.praetor.rollout.statistics.Confidence;
import io.praetor.rollout.statistics.Proportion;
import java.util.List;

/** What a window holds, counted: episodes by cluster, and how people and flags met them. */
record Tally(List<Integer> clusters, Oversight all, Oversight highPotency) {
    /** A flag weighs five overrides: it is what must not happen, not a difference of opinion. */
    private static final double FLAG_WEIGHT = 5;

    Tally {
        clusters = List.copyOf(clusters);
    }

    /** Human overrides among reviewed, flagged among all. */
    record Oversight(Proportion overrides, Proportion flags) {
        /** 1 - overrides - min(1, 5 flags), as observed. */
        double safety() {
            return 1 - overrides.rate() - Math.min(1, FLAG_WEIGHT * flags.rate());
        }

        /** The same on the upper bounds of both rates; -1 where nothing was seen. */
        double safetyBound() {
            double z = Confidence.ONE_SIDED_95;
            return 1 - overrides.upper(z) - Math.min(1, FLAG_WEIGHT * flags.upper(z));
        }
    }

    /** Counts while a window is read. */
    static final class Marks {
        private int episodes;
        private int flagged;
        private int reviews;
        private int overridden;

        void episode(boolean isFlagged) {
            episodes++;
            flagged += isFlagged ? 1 : 0;
        }

        void review(boolean isOverridden) {
            reviews++;
            overridden += isOverridden ? 1 : 0;
        }

        Oversight oversight() {
            return new Oversight(
                    new Proportion(overridden, reviews), new Proportion(flagged, episodes));
        }
    }
}
