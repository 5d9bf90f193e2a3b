package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs that play something through with a known truth. */
@Command(
        name = "simulate",
        description = "play a team through from a seed, and measure against the known truth",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class SimulateVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private SimulateVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new SimulateVerbs()).addSubcommand(new SimulateTeamVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say team");
    }
}
