package io.praetor.suite;

import io.praetor.policy.PolicyProblem;
import java.util.List;

/** What became of a scenario file: a suite, or every reason why there is none. */
public sealed interface SuiteReading {
    /**
     * @param warnings unknown keys of a JSON file and the like
     */
    record Read(Suite suite, List<PolicyProblem> warnings) implements SuiteReading {
        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * @param problems in file order, at least one error among them
     */
    record Rejected(List<PolicyProblem> problems) implements SuiteReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
