package io.praetor.suite.report;

import io.praetor.suite.Outcome;
import io.praetor.suite.Scorecard;
import io.praetor.suite.Scored;
import io.praetor.suite.Scoring;
import java.time.Instant;
import java.util.List;

/**
 * One run of suites, to be written.
 *
 * @param suites the names of the suites, in the order they were run
 * @param at when the run began
 */
public record Report(
        List<String> suites, Instant at, Scored scored, Scorecard card, List<Outcome> outcomes) {
    public Report {
        suites = List.copyOf(suites);
        outcomes = List.copyOf(outcomes);
    }

    public static Report of(
            List<String> suites, Instant at, Scored scored, List<Outcome> outcomes) {
        return new Report(suites, at, scored, Scoring.score(outcomes), outcomes);
    }

    /** The outcomes that were answered wrongly. */
    public List<Outcome> wrong() {
        return outcomes.stream().filter(outcome -> !outcome.marks().isRight()).toList();
    }
}
