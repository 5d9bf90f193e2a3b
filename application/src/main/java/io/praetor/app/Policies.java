package io.praetor.app;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.ProblemReport;
import io.praetor.policy.library.LibraryReading;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.policy.reading.LibraryReader;
import io.praetor.policy.reading.PolicyReader;
import java.util.List;
import java.util.stream.Collectors;

/** Reads policy files at start: a library, or {@link BadInput} that shows every place. */
public final class Policies {
    private final LibraryReader reader = new LibraryReader(new PolicyReader(new ConditionParser()));

    public PolicyLibrary require(List<PolicySource> sources) {
        return switch (reader.read(sources)) {
            case LibraryReading.Loaded loaded -> loaded.library();
            case LibraryReading.Refused refused ->
                    throw new BadInput("policy refused\n" + shown(sources, refused.problems()));
        };
    }

    private static String shown(List<PolicySource> sources, List<PolicyProblem> problems) {
        return sources.stream()
                .map(
                        source ->
                                new ProblemReport(source)
                                        .render(
                                                problems.stream()
                                                        .filter(each -> isIn(source, each))
                                                        .toList()))
                .collect(Collectors.joining());
    }

    private static boolean isIn(PolicySource source, PolicyProblem problem) {
        return problem.position().file().equals(source.file());
    }
}
