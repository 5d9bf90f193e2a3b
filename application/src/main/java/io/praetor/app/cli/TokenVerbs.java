package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about who may ask the server what. */
@Command(
        name = "token",
        description = "make tokens for the server's callers",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class TokenVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private TokenVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new TokenVerbs()).addSubcommand(new TokenCreateVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say create");
    }
}
