package io.praetor.app.cli;

import io.praetor.app.Advisers;
import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.app.config.Config;
import io.praetor.app.trial.Contestants;
import io.praetor.policy.library.PolicyLibrary;
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
                .addSubcommand(new SuiteRunVerb(shell, config -> contestants(shell, config)))
                .addSubcommand(new SuiteCompareVerb(shell));
    }

    /** Everybody that the configuration attaches. */
    static Contestants contestants(Shell shell, Config config) {
        PolicyLibrary library = new Policies().require(new PolicyFiles(config.policy()).read());
        return Advisers.open(config, shell.installation(), shell.parts()).contestants(library);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say run or compare");
    }
}
