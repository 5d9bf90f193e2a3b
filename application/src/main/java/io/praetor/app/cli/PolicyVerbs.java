package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about policy files. */
@Command(
        name = "policy",
        description = "check, import, compare and replay policy files",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class PolicyVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private PolicyVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new PolicyVerbs())
                .addSubcommand(new PolicyCheck(shell))
                .addSubcommand(new PolicyImport(shell))
                .addSubcommand(new PolicyDiff(shell))
                .addSubcommand(new PolicyReplayVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say check, import, diff or replay");
    }
}
