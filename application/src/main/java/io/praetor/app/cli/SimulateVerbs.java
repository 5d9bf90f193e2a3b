package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Seeded simulations of what takes a team weeks to live through. */
@Command(
        name = "simulate",
        description = "live through weeks of decisions with a known truth: team, governance",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "NAME",
        commandListHeading = "%nSimulations:%n")
final class SimulateVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private SimulateVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new SimulateVerbs())
                .addSubcommand(new SimulateTeamVerb(shell))
                .addSubcommand(new SimulateGovernanceVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say team or governance");
    }
}
