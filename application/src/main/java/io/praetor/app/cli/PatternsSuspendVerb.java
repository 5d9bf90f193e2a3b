package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.patterns.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a pattern by hand. */
@Command(
        name = "suspend",
        description = "stop a pattern at once; it returns only with new reviews and an approval")
final class PatternsSuspendVerb extends PatternsVerb {
    @Parameters(paramLabel = "ID", description = "the id, or enough of its start")
    private String id = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who stops it")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
    private String reason = "";

    PatternsSuspendVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        return with(
                patterns -> {
                    Pattern pattern = PatternsShowVerb.find(patterns, id);
                    if (!pattern.isActive()) {
                        throw new BadInput(
                                "`%s` is %s and answers nothing"
                                        .formatted(id, pattern.standing().state().label()));
                    }
                    Pattern suspended =
                            patterns.learning().suspend(pattern.id(), clock.instant(), by, reason);
                    shell.out().println(line(suspended));
                    return ExitCode.OK;
                });
    }
}
