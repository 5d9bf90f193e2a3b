package io.praetor.app.cli;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.document.PatternJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists patterns, those that answer first. */
@Command(name = "list", description = "list patterns: those that answer, then the others")
final class PatternsListVerb extends PatternsVerb {
    @Option(names = "--all", description = "retired ones too")
    private boolean all;

    PatternsListVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        return with(
                patterns -> {
                    List<Pattern> shown =
                            patterns.learning().all().stream()
                                    .filter(each -> all || PatternsMineVerb.isCurrent(each))
                                    .sorted(
                                            (one, other) ->
                                                    Boolean.compare(
                                                            other.isActive(), one.isActive()))
                                    .toList();
                    shown.forEach(
                            each ->
                                    shell.out()
                                            .println(
                                                    json() ? PatternJson.write(each) : line(each)));
                    if (shown.isEmpty() && !json()) {
                        shell.out().println("no patterns; `praetor patterns mine` looks for some");
                    }
                    return ExitCode.OK;
                });
    }
}
