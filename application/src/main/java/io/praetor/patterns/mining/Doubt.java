package io.praetor.patterns.mining;

import io.praetor.patterns.Bound;
import io.praetor.patterns.MatchingRules;
import io.praetor.policy.Effect;
import java.time.Instant;
import java.util.List;

/**
 * A pattern was suspended: what it rested on until then counts again only once later reviews bear
 * it out. A reviewer's slip is outvoted by six; where the team has changed its mind nothing comes.
 *
 * @param at what was confirmed up to here is in doubt
 */
public record Doubt(MatchingRules matching, Effect effect, Instant at) {
    /** Rather right than not: six that agree against the one contradiction. */
    private static final double CLEARED = .5;

    static List<Confirmation> withoutDoubted(List<Confirmation> rows, List<Doubt> doubts) {
        List<Confirmation> left = rows;
        for (Doubt doubt : doubts) {
            if (!doubt.isCleared(rows)) {
                left = left.stream().filter(row -> !doubt.covers(row)).toList();
            }
        }
        return left;
    }

    private boolean covers(Confirmation row) {
        return row.at().isBefore(at) && matching.matches(row.profile());
    }

    private boolean isCleared(List<Confirmation> rows) {
        int agreeing = 0;
        int total = 0;
        for (Confirmation row : rows) {
            if (!row.at().isBefore(at) && matching.matches(row.profile())) {
                total++;
                agreeing += row.agreesWith(effect) ? 1 : 0;
            }
        }
        return Bound.of(agreeing, total) > CLEARED;
    }
}
