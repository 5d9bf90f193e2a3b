package io.praetor.simulation.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * The whole evidence from one seed: the same for any number of threads, because every part of every
 * run has a seed of its own.
 *
 * @param runs of each case; at least 2
 */
public record GovernanceSimulation(int runs, long seed) {
    /** Far apart, so that the seeds of no two parts of a run meet those of another run. */
    private static final long RUNS_APART = 1_000_003;

    /** Seeds of the parts that are not cases follow those of the cases, from here. */
    private static final int AFTER_THE_CASES = 100;

    public GovernanceSimulation {
        if (runs < 2) {
            throw new IllegalArgumentException("an interval takes two runs, not " + runs);
        }
    }

    /**
     * @param finished is told after each run, by the thread that did it
     */
    public GovernanceEvidence run(Workers workers, Runnable finished) {
        List<Callable<RunOutcome>> tasks = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            int number = run;
            tasks.add(
                    () -> {
                        RunOutcome outcome = outcome(number);
                        finished.run();
                        return outcome;
                    });
        }
        return new GovernanceEvidence(runs, seed, EvidenceRows.of(workers.all(tasks)));
    }

    private RunOutcome outcome(int run) {
        Acceptance acceptance = Acceptance.of(random(run, AFTER_THE_CASES));
        ReferenceArm reference = ReferenceArm.of(acceptance, random(run, AFTER_THE_CASES + 1));
        List<Case> cases = Case.all();
        List<Trial> trials = new ArrayList<>();
        for (int index = 0; index < cases.size(); index++) {
            Conditions conditions = cases.get(index).conditions();
            Tape tape = tape(conditions, random(run, index));
            Trial trial = ManagedRun.trial(acceptance, conditions, tape, reference.judge(tape));
            trials.add(run == 0 ? trial : trial.withoutTrace());
        }
        Conditions healthy = Conditions.of(Course.healthy());
        Conditions failing =
                Conditions.of(
                        (episode, _) ->
                                episode < RunOutcome.FAILS_AT
                                        ? Behaviour.HEALTHY
                                        : Behaviour.FAILED);
        Conditions abrupt = Conditions.of(Course.changingTo(Behaviour.FAILED));
        return new RunOutcome(
                trials,
                candidate(acceptance, healthy, RunOutcome.WORSE, random(run, AFTER_THE_CASES + 2)),
                candidate(acceptance, healthy, RunOutcome.BETTER, random(run, AFTER_THE_CASES + 3)),
                candidate(acceptance, failing, RunOutcome.BETTER, random(run, AFTER_THE_CASES + 4)),
                ColdStart.of(
                        acceptance,
                        tape(healthy, random(run, AFTER_THE_CASES + 5)),
                        random(run, AFTER_THE_CASES + 6)),
                Restart.of(
                        acceptance,
                        abrupt,
                        tape(abrupt, random(run, AFTER_THE_CASES + 7)),
                        random(run, AFTER_THE_CASES + 8)));
    }

    private static CandidateRun.Result candidate(
            Acceptance acceptance,
            Conditions conditions,
            double agreement,
            RandomGenerator random) {
        return CandidateRun.of(acceptance, tape(conditions, random), agreement, random);
    }

    private static Tape tape(Conditions conditions, RandomGenerator random) {
        return Tape.of(conditions, World.EPISODES, random);
    }

    private RandomGenerator random(int run, int part) {
        long base = new SplittableRandom(seed).nextLong();
        return new SplittableRandom(base + run * RUNS_APART + part);
    }
}
