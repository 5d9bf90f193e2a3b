package io.praetor.rollout.life;

import static io.praetor.rollout.life.Consequence.FALL_BACK;
import static io.praetor.rollout.life.Consequence.MOVE_DEFAULT;
import static io.praetor.rollout.life.Consequence.MOVE_FALLBACK;
import static io.praetor.rollout.life.Consequence.RESET_DETECTORS;
import static io.praetor.rollout.life.Consequence.RESTORE_DEFAULT;
import static io.praetor.rollout.life.RolloutAction.ADVANCE;
import static io.praetor.rollout.life.RolloutAction.DEPRECATE;
import static io.praetor.rollout.life.RolloutAction.EXPAND;
import static io.praetor.rollout.life.RolloutAction.PAUSE;
import static io.praetor.rollout.life.RolloutAction.PROMOTE;
import static io.praetor.rollout.life.RolloutAction.RESUME;
import static io.praetor.rollout.life.RolloutAction.ROLLBACK;
import static io.praetor.rollout.life.RolloutAction.SET_FALLBACK;
import static io.praetor.rollout.life.RolloutAction.SPAWN;

import io.praetor.rollout.life.Transition.Destination;
import java.util.List;
import java.util.Set;

/** Every move a version can make; what is not here is refused. */
final class TransitionTable {
    private static final Set<StateKind> ACTING =
            Set.of(StateKind.ADVISORY, StateKind.CANARY, StateKind.LIVE);
    private static final Set<StateKind> LIVING =
            Set.of(
                    StateKind.SHADOW,
                    StateKind.ADVISORY,
                    StateKind.CANARY,
                    StateKind.LIVE,
                    StateKind.QUARANTINED);
    private static final Set<StateKind> WITHDRAWABLE =
            Set.of(StateKind.LIVE, StateKind.QUARANTINED);

    static final List<Transition> ROWS =
            List.of(
                    spawned(Hand.LEARNING),
                    spawned(Hand.HUMAN),
                    raised(StateKind.SHADOW, ADVANCE, Destination.ADVISORY, Hand.OWNER)
                            .on(Gate.LABELS, Gate.AGREEMENT, Gate.SOAK),
                    raised(StateKind.ADVISORY, ADVANCE, Destination.CANARY, Hand.HUMAN)
                            .on(Gate.OVERRIDES, Gate.CRITICAL_FLAGS, Gate.SOAK),
                    raised(StateKind.CANARY, PROMOTE, Destination.FIRST_TIER, Hand.HUMAN)
                            .on(
                                    Gate.CREDIBILITY,
                                    Gate.PERFORMANCE,
                                    Gate.ACCURACY,
                                    Gate.CALIBRATION,
                                    Gate.COMPARISON)
                            .then(MOVE_DEFAULT),
                    raised(StateKind.LIVE, EXPAND, Destination.NEXT_TIER, Hand.HUMAN)
                            .on(Gate.OVERRIDES, Gate.SOAK),
                    lowered(ACTING, PAUSE, Destination.QUARANTINED, Hand.AUTOMATIC)
                            .on(Gate.CAUSE_TO_PAUSE)
                            .then(FALL_BACK),
                    lowered(ACTING, PAUSE, Destination.QUARANTINED, Hand.HUMAN).then(FALL_BACK),
                    raised(StateKind.QUARANTINED, RESUME, Destination.BEFORE, Hand.HUMAN)
                            .then(RESET_DETECTORS, RESTORE_DEFAULT),
                    lowered(WITHDRAWABLE, ROLLBACK, Destination.ROLLED_BACK, Hand.AUTOMATIC)
                            .on(Gate.CAUSE_TO_ROLL_BACK)
                            .then(FALL_BACK),
                    lowered(WITHDRAWABLE, ROLLBACK, Destination.ROLLED_BACK, Hand.HUMAN)
                            .then(FALL_BACK),
                    lowered(LIVING, DEPRECATE, Destination.DEPRECATED, Hand.HUMAN).then(FALL_BACK),
                    raised(StateKind.LIVE, SET_FALLBACK, Destination.SAME, Hand.HUMAN)
                            .then(MOVE_FALLBACK));

    private TransitionTable() {}

    private static Transition spawned(Hand hand) {
        return lowered(Set.of(StateKind.NONE), SPAWN, Destination.SHADOW, hand)
                .on(Gate.PARENT, Gate.SUITE, Gate.SUITE_WRONG_ALLOWS);
    }

    private static Transition raised(
            StateKind from, RolloutAction action, Destination to, Hand hand) {
        return new Transition(Set.of(from), action, to, hand, true, Set.of(), Set.of());
    }

    private static Transition lowered(
            Set<StateKind> from, RolloutAction action, Destination to, Hand hand) {
        return new Transition(from, action, to, hand, false, Set.of(), Set.of());
    }
}
