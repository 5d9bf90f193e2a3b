package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.WATCHED;

import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.selection.Regime;
import io.praetor.rollout.watch.WatchState;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A live default with no evidence at all: nothing but the want of it stands between the version and
 * acting, in whatever regime.
 *
 * @param actedBlind decisions it made without a snapshot; there must be none
 * @param first the episode of its first decision once its shadow's outcomes count
 */
record ColdStart(long occasions, long actedBlind, OptionalInt first) {
    static ColdStart of(Acceptance acceptance, Tape tape, RandomGenerator random) {
        Supervision blind = installed(acceptance);
        long acted = 0;
        for (Drawn drawn : tape.episodes()) {
            Regime[] regimes = Regime.values();
            Regime regime = regimes[random.nextInt(regimes.length)];
            acted += acts(blind, drawn, regime) ? 1 : 0;
        }
        return new ColdStart(tape.episodes().size(), acted, first(installed(acceptance), tape));
    }

    private static OptionalInt first(Supervision supervision, Tape tape) {
        Pending pending = new Pending();
        for (Drawn drawn : tape.episodes()) {
            pending.dueBefore(drawn.number())
                    .forEach(
                            flight ->
                                    supervision.absorb(
                                            flight.episode(),
                                            flight.drawn().outcome(),
                                            World.at(drawn.number())));
            if (acts(supervision, drawn, Regime.DEFAULT)) {
                return OptionalInt.of(drawn.number());
            }
            pending.add(drawn, Acceptance.episode(drawn.place(), Mode.SHADOW, 1));
        }
        return OptionalInt.empty();
    }

    private static boolean acts(Supervision supervision, Drawn drawn, Regime regime) {
        return ManagedRun.SELECTOR
                .select(supervision.selectionState(), ManagedRun.occasion(drawn, regime))
                .version()
                .isPresent();
    }

    private static Supervision installed(Acceptance acceptance) {
        return Supervision.installed(WATCHED, acceptance, WatchState.FRESH, false);
    }
}
