package io.praetor.suite;

import java.util.List;
import java.util.Optional;

/**
 * The scenarios of one file.
 *
 * @param policy the id of the policy set whose clauses they name, where the file says it
 */
public record Suite(String name, Optional<String> policy, List<Scenario> scenarios) {
    public Suite {
        scenarios = List.copyOf(scenarios);
    }
}
