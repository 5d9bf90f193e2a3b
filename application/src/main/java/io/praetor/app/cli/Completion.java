package io.praetor.app.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that completes verbs and options in bash and zsh. */
@Command(
        name = "completion",
        description = "print the completion script: source <(./praetor completion)")
final class Completion extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    Completion(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        shell.out().println(AutoComplete.bash("praetor", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
