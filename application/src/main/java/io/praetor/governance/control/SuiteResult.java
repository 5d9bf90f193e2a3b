package io.praetor.governance.control;

import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Gates;
import io.praetor.rollout.statistics.Proportion;
import java.util.List;

/**
 * How a candidate did in the shipped suite.
 *
 * @param wrongAllows weaker answers than expected, of which there may be none
 * @param report SHA-256 of the report, kept with the change
 */
public record SuiteResult(long passed, long total, long wrongAllows, String report) {
    /** Nothing was run, so nothing opens. */
    public static final SuiteResult NONE = new SuiteResult(0, 0, 0, "none");

    public SuiteResult {
        if (passed < 0 || passed > total || wrongAllows < 0 || wrongAllows > total) {
            throw new IllegalArgumentException(
                    "a suite has 0 <= passed, wrong_allows <= total, not %d, %d, %d"
                            .formatted(passed, wrongAllows, total));
        }
    }

    List<GateOutcome> gates() {
        return List.of(
                Gates.suite(new Proportion(passed, total)), Gates.suiteWrongAllows(wrongAllows));
    }
}
