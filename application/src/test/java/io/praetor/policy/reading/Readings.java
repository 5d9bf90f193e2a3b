package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySource;
import java.util.List;

/** Reads edited copies of the sample policy. */
final class Readings {
    private static final PolicyReader READER = new PolicyReader(new ConditionParser());

    private Readings() {}

    static PolicyReading read(String text) {
        return READER.read(new PolicySource("p.yaml", text));
    }

    static PolicyReading.Accepted accepted(String text) {
        PolicyReading reading = read(text);
        assertThat(problems(reading)).noneMatch(problem -> !problem.contains("warning: "));
        assertThat(reading).isInstanceOf(PolicyReading.Accepted.class);
        return (PolicyReading.Accepted) reading;
    }

    static List<String> problems(PolicyReading reading) {
        List<PolicyProblem> problems =
                switch (reading) {
                    case PolicyReading.Accepted(var policy, var warnings) -> warnings;
                    case PolicyReading.Rejected(var found) -> found;
                };
        return problems.stream().map(PolicyProblem::toString).toList();
    }
}
