package io.praetor.rollout.life;

import java.util.Set;

/**
 * One row of the transition table.
 *
 * @param approved whether a named person must have approved it: every increase of autonomy
 */
record Transition(
        Set<StateKind> from,
        RolloutAction action,
        Destination to,
        Hand hand,
        boolean approved,
        Set<Gate> gates,
        Set<Consequence> consequences) {
    Transition on(Gate... asked) {
        return new Transition(from, action, to, hand, approved, Set.of(asked), consequences);
    }

    Transition then(Consequence... brought) {
        return new Transition(from, action, to, hand, approved, gates, Set.of(brought));
    }

    /** Where a row leads; some depend on where the version comes from. */
    enum Destination {
        SHADOW,
        ADVISORY,
        CANARY,
        FIRST_TIER,
        NEXT_TIER,
        QUARANTINED,
        /** Where it was before it was paused, or SHADOW if the artifact changed. */
        BEFORE,
        ROLLED_BACK,
        DEPRECATED,
        /** Where it is. */
        SAME
    }
}
