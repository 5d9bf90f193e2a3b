package io.praetor.governance;

import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.statistics.Proportion;
import java.time.Instant;

/**
 * What was counted about a version since it came to its state.
 *
 * @param since when it came to it
 * @param episodes matured
 * @param reviewed by a person
 * @param overridden by a person
 * @param flagged with anything
 * @param critical flagged with what quarantines by itself
 */
public record StageTally(
        Instant since, long episodes, long reviewed, long overridden, long flagged, long critical) {
    public static StageTally since(Instant start) {
        return new StageTally(start, 0, 0, 0, 0, 0);
    }

    public StageTally plus(Outcome outcome) {
        return new StageTally(
                since,
                episodes + 1,
                reviewed + (outcome.oversight().reviewed() ? 1 : 0),
                overridden + (outcome.oversight().overriddenByHuman() ? 1 : 0),
                flagged + (outcome.flags().isEmpty() ? 0 : 1),
                critical + (outcome.isCritical() ? 1 : 0));
    }

    public Proportion agreed() {
        return new Proportion(reviewed - overridden, reviewed);
    }

    public Proportion overrides() {
        return new Proportion(overridden, reviewed);
    }

    public Proportion criticals() {
        return new Proportion(critical, episodes);
    }
}
