package io.praetor.retrieval.library;

import io.praetor.policy.PolicyProblem;
import io.praetor.retrieval.Precedent;
import java.util.List;

/** What became of example files. */
public sealed interface LibraryReading {
    /** Everything found, in file order; a library with an error is not used at all. */
    List<PolicyProblem> problems();

    /**
     * @param precedents in the order of the files
     */
    record Read(List<Precedent> precedents, List<PolicyProblem> problems)
            implements LibraryReading {
        public Read {
            precedents = List.copyOf(precedents);
            problems = List.copyOf(problems);
        }
    }

    record Rejected(List<PolicyProblem> problems) implements LibraryReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
