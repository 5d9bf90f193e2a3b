package io.praetor.app.cli;

import io.praetor.adapters.files.FileReading;
import io.praetor.app.BadInput;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.ProblemReport;
import io.praetor.policy.reading.PolicyReader;

/** Policy files as verbs name them. */
final class PolicyInput {
    private PolicyInput() {}

    /** The text of a file; bytes that are no text are bad input. */
    static PolicySource source(Shell shell, String file) {
        return switch (FileReading.of(shell.folder().resolve(file), file)) {
            case FileReading.Text(PolicySource source) -> source;
            case FileReading.NoText(var problem) -> throw new BadInput(problem.toString());
        };
    }

    static PolicyReading read(PolicySource source) {
        return new PolicyReader(new ConditionParser()).read(source);
    }

    /** A sound policy; a refused one is bad input, with all that is wrong with it. */
    static PolicySet policy(Shell shell, String file) {
        PolicySource source = source(shell, file);
        return switch (read(source)) {
            case PolicyReading.Accepted(PolicySet policy, var warnings) -> policy;
            case PolicyReading.Rejected(var problems) ->
                    throw new BadInput(
                            file + " is refused\n" + new ProblemReport(source).render(problems));
        };
    }
}
