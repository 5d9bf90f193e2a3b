package io.praetor.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verbs about what can be cited. */
@Command(
        name = "corpus",
        description = "index and search clauses, norms and precedents",
        mixinStandardHelpOptions = true,
        versionProvider = Verbs.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n")
final class CorpusVerbs implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private CorpusVerbs() {}

    static CommandLine in(Shell shell) {
        return new CommandLine(new CorpusVerbs())
                .addSubcommand(new CorpusIndexVerb(shell))
                .addSubcommand(new CorpusSearchVerb(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say index or search");
    }
}
