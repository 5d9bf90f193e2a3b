package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.suite.comparison.Comparison;
import io.praetor.suite.comparison.ComparisonText;
import io.praetor.suite.comparison.ReportedRun;
import io.praetor.suite.report.JsonComparison;
import io.praetor.suite.report.ReportReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether two reports differ, and where. */
@Command(
        name = "compare",
        description = "compare two JSON reports of `suite run --json`; status 0 whatever they say")
final class SuiteCompareVerb extends Verb {
    @Parameters(index = "0", paramLabel = "FIRST", description = "the report to compare with")
    private Path first = Path.of("-");

    @Parameters(index = "1", paramLabel = "SECOND", description = "the report in question")
    private Path second = Path.of("-");

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "seed of the bootstrap; the same seed gives the same interval")
    private long seed = 1;

    SuiteCompareVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Comparison comparison =
                Comparison.of(report(first), report(second), new SplittableRandom(seed));
        shell.out()
                .print(
                        json()
                                ? JsonComparison.write(comparison, seed) + "\n"
                                : ComparisonText.write(comparison));
        return ExitCode.OK;
    }

    private ReportedRun report(Path file) {
        return switch (ReportReader.read(text(file))) {
            case ReportReader.Reading.Read read -> read.run();
            case ReportReader.Reading.Unreadable unreadable ->
                    throw new BadInput(file + ": " + unreadable.reason());
        };
    }

    private String text(Path file) {
        try {
            return Files.readString(shell.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
