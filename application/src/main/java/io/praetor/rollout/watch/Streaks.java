package io.praetor.rollout.watch;

import io.praetor.rollout.credibility.EvidenceWindow;
import io.praetor.rollout.credibility.Thresholds;
import java.util.Optional;

/**
 * How many evaluations in a row found the score below or above a threshold.
 *
 * @param unsettled evaluations for which a low score still rests on evidence that was dealt with
 */
public record Streaks(int belowCritical, int belowMin, int promotable, int unsettled) {
    public static final Streaks NONE = new Streaks(0, 0, 0, 0);

    /**
     * After a stop was dealt with: until the window holds nothing from before, a low score tells
     * what is known already.
     */
    static final Streaks SETTLING =
            new Streaks(0, 0, 0, EvidenceWindow.CAPACITY / Thresholds.EPISODES_BETWEEN);

    Streaks after(double score, Thresholds thresholds) {
        boolean settled = unsettled == 0;
        return new Streaks(
                settled && score < thresholds.critical() ? belowCritical + 1 : 0,
                settled && score < thresholds.min() ? belowMin + 1 : 0,
                score >= thresholds.promote() ? promotable + 1 : 0,
                Math.max(0, unsettled - 1));
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
