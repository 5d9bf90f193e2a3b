package io.praetor.policy;

import java.util.List;

/** What became of a condition's text: a checked condition, or every reason why there is none. */
public sealed interface ConditionReading {
    record Accepted(Condition condition) implements ConditionReading {}

    /**
     * @param problems in text order, at least one
     */
    record Rejected(List<ConditionProblem> problems) implements ConditionReading {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejection needs a problem");
            }
        }
    }
}
