package io.praetor.app.cli;

import io.praetor.app.trial.Contestants;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about suites. */
@Command(
        name = "suite",
        description = "score what decides on scenarios, and compare two scores",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class SuiteVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private SuiteVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new SuiteVerbs())
                .addSubcommand(new SuiteRunVerb(shell, _ -> Contestants.NONE))
                .addSubcommand(new SuiteCompareVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say run or compare");
    }
}
