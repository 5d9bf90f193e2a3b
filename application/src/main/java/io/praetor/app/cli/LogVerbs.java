package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about the decision log. */
@Command(
        name = "log",
        description = "verify, sum up, import, export and prove the decision log",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class LogVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private LogVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new LogVerbs())
                .addSubcommand(new LogVerifyVerb(shell))
                .addSubcommand(new LogStatsVerb(shell))
                .addSubcommand(new LogImportVerb(shell))
                .addSubcommand(new LogExportVerb(shell))
                .addSubcommand(new LogHeadVerb(shell))
                .addSubcommand(new LogProofVerb(shell))
                .addSubcommand(new LogEraseVerb(shell))
                .addSubcommand(new LogKeyVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say verify, stats, import, export, head, proof, erase or key");
    }
}
