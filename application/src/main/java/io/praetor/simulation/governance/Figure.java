package io.praetor.simulation.governance;

import java.util.Optional;

/**
 * One figure of the evidence, with its interval and what was asked of it.
 *
 * @param low lower end of its 95 % interval
 * @param high upper end; both are infinite where most runs never got there
 * @param limit empty for what is only told
 */
public record Figure(
        String what, Unit unit, double value, double low, double high, Optional<Limit> limit) {
    /** What a figure counts. */
    public enum Unit {
        /** Of runs, in [0, 1]. */
        SHARE,
        EPISODES,
        PER_TEN_THOUSAND,
        COUNT
    }

    /** What a figure is to reach. */
    public record Limit(boolean isMost, double value) {
        static Limit atMost(double value) {
            return new Limit(true, value);
        }

        static Limit atLeast(double value) {
            return new Limit(false, value);
        }

        boolean admits(double figure) {
            return isMost ? figure <= value : figure >= value;
        }
    }

    /** A figure with no chance in it. */
    static Figure counted(String what, long count, Optional<Limit> limit) {
        double value = (double) count;
        return new Figure(what, Unit.COUNT, value, value, value, limit);
    }

    /** Whether the figure as measured is what was asked. */
    public boolean isReached() {
        return limit.filter(asked -> !asked.admits(value)).isEmpty();
    }

    /** Whether the truth may well be what was asked: one end of the interval is. */
    public boolean isPlausible() {
        return limit.filter(asked -> !asked.admits(low) && !asked.admits(high)).isEmpty();
    }
}
