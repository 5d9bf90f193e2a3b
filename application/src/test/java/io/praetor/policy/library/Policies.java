package io.praetor.policy.library;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.LibraryReader;
import io.praetor.policy.reading.PolicyReader;
import java.util.List;
import java.util.stream.IntStream;

/** Small policies for tests that care about versions and teams only. */
final class Policies {
    private static final PolicyReader READER = new PolicyReader(new ConditionParser());

    private Policies() {}

    /**
     * @param more further lines, each at the left margin
     */
    static String text(String id, String version, String more) {
        return """
               policy: %s
               version: %s
               reason: a test
               %s
               clauses: {c: {text: One., tier: low}}
               families: {f: {risk: low, actions: [read]}}
               default: {effect: deny, clause: c}
               sections:
                 - id: s
                   combine: law
                   rules: [{id: r, clause: c, actions: [read], roles: [member]}]
               """
                .formatted(id, version, more);
    }

    static PolicySet policy(String text) {
        return switch (READER.read(new PolicySource("p.yaml", text))) {
            case PolicyReading.Accepted(PolicySet policy, var warnings) -> policy;
            case PolicyReading.Rejected(var problems) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }

    static PolicySet policy(String id, String version, String more) {
        return policy(text(id, version, more));
    }

    /** Files named {@code 0.yaml}, {@code 1.yaml}, ... */
    static LibraryReading library(String... texts) {
        List<PolicySource> sources =
                IntStream.range(0, texts.length)
                        .mapToObj(i -> new PolicySource(i + ".yaml", texts[i]))
                        .toList();
        return new LibraryReader(READER).read(sources);
    }
}
