package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about language models. */
@Command(
        name = "model",
        description = "list, fetch and measure language models",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class ModelVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private ModelVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new ModelVerbs())
                .addSubcommand(new ModelListVerb(shell))
                .addSubcommand(new ModelPullVerb(shell))
                .addSubcommand(new ModelTestVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say list, pull or test");
    }
}
