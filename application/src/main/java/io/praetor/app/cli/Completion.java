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
    private final Shell shell;

    @Spec private CommandSpec spec;

    Completion(Shell shell) {
        this.shell = shell;
        this.spec = CommandSpec.create();
    }

    @Override
    protected ExitCode run() {
        shell.out().println(AutoComplete.bash("praetor", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
