package io.praetor.policy.library;

import io.praetor.policy.PolicyProblem;
import java.util.List;

/** What became of a library's files: the library, or every reason why there is none. */
public sealed interface LibraryReading {
    record Loaded(PolicyLibrary library, List<PolicyProblem> warnings) implements LibraryReading {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * @param problems file by file, at least one error among them
     */
    record Refused(List<PolicyProblem> problems) implements LibraryReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
