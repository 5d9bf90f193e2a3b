package io.praetor.suite.report;

import io.praetor.suite.Arm;
import io.praetor.suite.Leak;
import io.praetor.suite.Outcome;
import io.praetor.suite.RetrievalRecall;
import io.praetor.suite.Scorecard;
import io.praetor.suite.Scored;
import io.praetor.suite.Scoring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of suites, to be written.
 *
 * @param suites the names of the suites, in the order they were run
 * @param at when the run began
 * @param arms others that were asked the same, to stand beside it
 * @param leaks scenarios that were not scored
 * @param retrieval how well the clauses were found, where that was asked
 */
public record Report(
        List<String> suites,
        Instant at,
        Scored scored,
        Scorecard card,
        List<Outcome> outcomes,
        List<Arm> arms,
        List<Leak> leaks,
        List<RetrievalRecall> retrieval) {
    public Report {
        suites = List.copyOf(suites);
        outcomes = List.copyOf(outcomes);
        arms = List.copyOf(arms);
        leaks = List.copyOf(leaks);
        retrieval = List.copyOf(retrieval);
    }

    public static Report of(
            List<String> suites, Instant at, Scored scored, List<Outcome> outcomes) {
        return new Report(
                suites,
                at,
                scored,
                Scoring.score(outcomes),
                outcomes,
                List.of(),
                List.of(),
                List.of());
    }

    public Report beside(List<Arm> others) {
        return new Report(suites, at, scored, card, outcomes, others, leaks, retrieval);
    }

    public Report without(List<Leak> refused) {
        return new Report(suites, at, scored, card, outcomes, arms, refused, retrieval);
    }

    public Report retrieving(List<RetrievalRecall> found) {
        return new Report(suites, at, scored, card, outcomes, arms, leaks, found);
    }

    /** What the report is about and, where others stand beside it, those too. */
    List<Arm> all() {
        List<Arm> all = new ArrayList<>(List.of(new Arm(scored.decider(), card, outcomes)));
        all.addAll(arms);
        return all;
    }

    /** The outcomes that were answered wrongly. */
    public List<Outcome> wrong() {
        return outcomes.stream().filter(outcome -> !outcome.marks().isRight()).toList();
    }
}
