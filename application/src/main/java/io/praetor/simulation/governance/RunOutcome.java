package io.praetor.simulation.governance;

import java.util.List;

/**
 * Everything that is done with the seeds of one run: each case, the candidates, and the rest. Each
 * part draws from a seed of its own, so that none moves when another is added.
 *
 * @param trials in the order of {@link Case#all}
 */
record RunOutcome(
        List<Trial> trials,
        CandidateRun.Result worse,
        CandidateRun.Result better,
        CandidateRun.Result failing,
        ColdStart cold,
        Restart restart) {
    /** The margin of the comparison: the candidate that must not pass. */
    static final double WORSE = CandidateRun.SHIPPED_AGREEMENT - .02;

    /** Six points more. */
    static final double BETTER = CandidateRun.SHIPPED_AGREEMENT + .06;

    /** A promoted candidate is live in its last tier by then, or never. */
    static final int FAILS_AT = 6_500;

    RunOutcome {
        trials = List.copyOf(trials);
    }
}
