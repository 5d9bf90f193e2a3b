package io.praetor.app.cli;

import io.praetor.app.WorkerThreads;
import io.praetor.simulation.governance.GovernanceEvidence;
import io.praetor.simulation.governance.GovernanceSimulation;
import io.praetor.simulation.governance.report.GovernanceReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows that versions that go bad are stopped, and healthy ones are not. */
@Command(
        name = "governance",
        description = {
            "let versions go bad in every way there is evidence for, and see when each is stopped",
            "Each case is run so many times over 8,000 episodes, with the published credibility"
                    + " formula beside it. The same seed gives the same figures on any number of"
                    + " cores. Status 1 where a figure is not reached."
        })
final class SimulateGovernanceVerb extends Verb {
    /** An interval takes two. */
    private static final int RUNS_MIN = 2;

    private static final int RUNS_MAX = 10_000;

    @Option(names = "--runs", paramLabel = "N", description = "how many of each case (300)")
    private int runs = 300;

    @Option(names = "--seed", paramLabel = "SEED", description = "of the simulation (1)")
    private long seed = 1;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write FILE.md and, with plots, FILE.html")
    private Optional<Path> report = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    SimulateGovernanceVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (runs < RUNS_MIN || runs > RUNS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--runs is in [%d, %d]".formatted(RUNS_MIN, RUNS_MAX));
        }
        GovernanceEvidence evidence = evidence();
        GovernanceReport shown = new GovernanceReport(evidence);
        report.ifPresent(
                file -> {
                    write(file, ".md", shown.markdown());
                    write(file, ".html", shown.html());
                });
        shell.out().print(json() ? shown.json() + "\n" : shown.text());
        return evidence.isReached() ? ExitCode.OK : ExitCode.NO;
    }

    private GovernanceEvidence evidence() {
        try (Progress progress = new Progress(shell, "simulating runs", runs);
                WorkerThreads threads = WorkerThreads.onAllCores()) {
            return new GovernanceSimulation(runs, seed).run(threads, () -> step(progress));
        }
    }

    private static void step(Progress progress) {
        synchronized (progress) {
            progress.step();
        }
    }

    private void write(Path file, String ending, String text) {
        try {
            Files.writeString(shell.folder().resolve(file + ending), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
