package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about patterns. */
@Command(
        name = "patterns",
        description = "mine, approve, look at, stop and carry over what reviewers confirmed",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class PatternVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private PatternVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new PatternVerbs())
                .addSubcommand(new PatternsMineVerb(shell))
                .addSubcommand(new PatternsListVerb(shell))
                .addSubcommand(new PatternsShowVerb(shell))
                .addSubcommand(new PatternsSuspendVerb(shell))
                .addSubcommand(new PatternsImportVerb(shell))
                .addSubcommand(new PatternsExportVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say mine, list, show, suspend, import or export");
    }
}
