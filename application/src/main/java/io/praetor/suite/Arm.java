package io.praetor.suite;

import java.util.List;

/**
 * One decider of several that were asked the same scenarios.
 *
 * @param name such as {@code rules alone}
 */
public record Arm(String name, Scorecard card, List<Outcome> outcomes) {
    public Arm {
        outcomes = List.copyOf(outcomes);
    }

    public static Arm of(String name, List<Outcome> outcomes) {
        return new Arm(name, Scoring.score(outcomes), outcomes);
    }
}
