package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about how far versions have come. */
@Command(
        name = "rollout",
        description = "how far each version has come, and its next step",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class RolloutVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private RolloutVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new RolloutVerbs())
                .addSubcommand(new RolloutStatusVerb(shell))
                .addSubcommand(new RolloutAdvanceVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say status or advance");
    }
}
