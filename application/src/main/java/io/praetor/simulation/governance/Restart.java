package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.WATCHED;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The same run twice, once with restarts from what a store would have kept.
 *
 * @param restarts how many
 * @param deviations selections that differed, and one more where the states at the end do
 */
record Restart(long restarts, long deviations) {
    /** Some fall before the change, some between change and stop, some after. */
    private static final int ANYWHERE = 6;

    private static final int AROUND_THE_CHANGE = 6;
    private static final int AROUND = 100;

    static Restart of(
            Acceptance acceptance, Conditions conditions, Tape tape, RandomGenerator random) {
        Set<Integer> instants = new HashSet<>();
        for (int index = 0; index < ANYWHERE; index++) {
            instants.add(random.nextInt(tape.episodes().size()));
        }
        for (int index = 0; index < AROUND_THE_CHANGE; index++) {
            instants.add(World.CHANGE + random.nextInt(AROUND));
        }
        Supervision whole = installed(acceptance, conditions);
        Supervision broken = installed(acceptance, conditions);
        ManagedRun wholeRun = new ManagedRun(whole);
        ManagedRun brokenRun = new ManagedRun(broken);
        long deviations = 0;
        for (Drawn drawn : tape.episodes()) {
            if (instants.contains(drawn.number())) {
                broken.restart();
            }
            deviations += wholeRun.step(drawn).equals(brokenRun.step(drawn)) ? 0 : 1;
        }
        boolean same =
                whole.watch().state().equals(broken.watch().state())
                        && whole.family().equals(broken.family());
        return new Restart(instants.size(), deviations + (same ? 0 : 1));
    }

    private static Supervision installed(Acceptance acceptance, Conditions conditions) {
        return Supervision.installed(
                WATCHED, acceptance, acceptance.watch(), conditions.blocksClusters());
    }
}
