package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What reviews teach: data sets. */
@Command(
        name = "learn",
        description = "make data sets of what reviewers confirmed and corrected",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class LearnVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private LearnVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new LearnVerbs()).addSubcommand(new LearnExportVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say export");
    }
}
