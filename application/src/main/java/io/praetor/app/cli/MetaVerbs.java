package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about families of versions and their record. */
@Command(
        name = "meta",
        description = "families of versions: how they stand, and every change with its reason",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class MetaVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private MetaVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new MetaVerbs())
                .addSubcommand(new MetaStatusVerb(shell))
                .addSubcommand(new MetaVersionsVerb(shell))
                .addSubcommand(new MetaChangesVerb(shell))
                .addSubcommand(new MetaSnapshotVerb(shell))
                .addSubcommand(new MetaCreateVerb(shell))
                .addSubcommand(new MetaSpawnVerb(shell))
                .addSubcommand(new MetaControlVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say status, versions, changes, snapshot, create, spawn or control");
    }
}
