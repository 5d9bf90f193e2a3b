package io.praetor.policy;

import java.util.List;

/** What became of a policy file: a checked policy set, or every reason why there is none. */
public sealed interface PolicyReading {
    /**
     * @param warnings rules that can never fire, clauses nothing cites, and the like
     */
    record Accepted(PolicySet policy, List<PolicyProblem> warnings) implements PolicyReading {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * @param problems in file order, at least one error among them
     */
    record Rejected(List<PolicyProblem> problems) implements PolicyReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
