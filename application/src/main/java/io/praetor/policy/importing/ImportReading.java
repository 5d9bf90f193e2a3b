package io.praetor.policy.importing;

import io.praetor.policy.PolicyProblem;
import java.util.List;

/** What became of another system's policy: policy text of ours, or every reason why not. */
public sealed interface ImportReading {
    /**
     * @param yaml a policy file that the policy reader accepts; comments say what to review
     */
    record Imported(String yaml) implements ImportReading {}

    /**
     * @param problems in file order, at least one; each message starts with a JSON path
     */
    record Refused(List<PolicyProblem> problems) implements ImportReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
