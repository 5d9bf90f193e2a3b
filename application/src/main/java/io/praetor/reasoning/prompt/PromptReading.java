package io.praetor.reasoning.prompt;

import io.praetor.policy.PolicyProblem;
import java.util.List;

/** What became of the texts of a prompt library. */
public sealed interface PromptReading {
    record Read(PromptLibrary library) implements PromptReading {}

    /** Nothing of the library serves until these are mended. */
    record Rejected(List<PolicyProblem> problems) implements PromptReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
