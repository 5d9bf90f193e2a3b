package io.praetor.rollout.watch;

import io.praetor.rollout.credibility.Thresholds;
import java.util.Optional;

/** How many evaluations in a row found the score below or above a threshold. */
public record Streaks(int belowCritical, int belowMin, int promotable) {
    public static final Streaks NONE = new Streaks(0, 0, 0);

    Streaks after(double score, Thresholds thresholds) {
        return new Streaks(
                score < thresholds.critical() ? belowCritical + 1 : 0,
                score < thresholds.min() ? belowMin + 1 : 0,
                score >= thresholds.promote() ? promotable + 1 : 0);
    }

    /** Whether the score was at the promotion threshold for as long as the gate asks. */
    public boolean isPromotable() {
        return promotable >= Thresholds.EVALUATIONS;
    }

    Optional<Finding> finding(double score, Thresholds thresholds) {
        if (belowCritical >= Thresholds.EVALUATIONS) {
            return Optional.of(
                    new Finding.BelowCritical(score, thresholds.critical(), belowCritical));
        }
        if (belowMin >= Thresholds.EVALUATIONS) {
            return Optional.of(new Finding.BelowMin(score, thresholds.min(), belowMin));
        }
        return Optional.empty();
    }
}
