package io.praetor.app.cli;

import io.praetor.app.ActivePolicies;
import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.app.Reasoners;
import io.praetor.app.SuiteDecider;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.decision.ActingVersion;
import io.praetor.policy.PolicyHeader;
import io.praetor.suite.CoverageMeasure;
import io.praetor.suite.Decider;
import io.praetor.suite.Outcome;
import io.praetor.suite.Scenario;
import io.praetor.suite.Scorecard;
import io.praetor.suite.Scored;
import io.praetor.suite.Suite;
import io.praetor.suite.SuiteRun;
import io.praetor.suite.WordCoverage;
import io.praetor.suite.report.HtmlReport;
import io.praetor.suite.report.JsonReport;
import io.praetor.suite.report.MarkdownReport;
import io.praetor.suite.report.Report;
import io.praetor.suite.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs suites and reports their figures. */
@Command(
        name = "run",
        description = "run scenario files; status 0 whatever they score, 1 where a gate fails")
final class SuiteRunVerb extends Verb {
    private static final CoverageMeasure MEASURE = new WordCoverage();

    /** Suites score what the versions could do; today none has more than rules. */
    private static final String AUTHORITY = "everything binding (nothing but rules is attached)";

    @Parameters(
            paramLabel = "FILE|DIR",
            description = "scenario files (.yaml, .json) or folders; otherwise the shipped ones")
    private List<Path> places = List.of();

    @Option(names = "--policy", paramLabel = "FILE|DIR", description = "the policy to score")
    private Optional<Path> policy = Optional.empty();

    @Option(names = "--log", description = "record every scenario in the decision log")
    private boolean isLogged;

    @Option(names = "--quick", description = "run three scenarios only")
    private boolean isQuick;

    @Option(names = "--markdown", paramLabel = "FILE", description = "write a report in Markdown")
    private Optional<Path> markdown = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE", description = "write a report as a page")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--min-accuracy",
            paramLabel = "SHARE",
            description = "gate: at least this share decided rightly, such as 0.85")
    private Optional<Double> minAccuracy = Optional.empty();

    @Option(
            names = "--max-wrong-allows",
            paramLabel = "COUNT",
            description = "gate: at most this many wrong allows")
    private Optional<Integer> maxWrongAllows = Optional.empty();

    SuiteRunVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        List<Suite> suites = new SuiteFiles(shell).read(placesOrShipped());
        Config config = scored(config());
        if (!isLogged) {
            PolicyFiles files = new PolicyFiles(config.policy());
            ActivePolicies policies =
                    new ActivePolicies(new Policies().require(files.read()), Reasoners.NONE);
            return show(
                    report(
                            suites,
                            SuiteDecider.unrecorded(policies, MEASURE),
                            policies.standard()));
        }
        try (Wiring wiring = Wiring.open(config)) {
            ActivePolicies policies = wiring.policies();
            Decider decider = SuiteDecider.recorded(policies, MEASURE, wiring.recorder());
            Report report = report(suites, decider, policies.standard());
            ExitCode code = show(report);
            showRecords(report, config.data().resolve(Wiring.LOG_FILE));
            return code;
        }
    }

    private List<Path> placesOrShipped() {
        Path shipped = shell.installation().resolve("scenarios").toAbsolutePath();
        return places.isEmpty() ? List.of(shipped) : places;
    }

    /** The configuration with the policy to score in place of the one that serves. */
    private Config scored(Config config) {
        return new Config(
                policy.map(shell.folder()::resolve).orElse(config.policy()),
                config.data(),
                config.server(),
                config.log(),
                config.reasoning(),
                config.model());
    }

    private Report report(List<Suite> suites, Decider decider, ActingVersion version) {
        Instant start = Instant.now();
        List<Scenario> all = suites.stream().flatMap(suite -> suite.scenarios().stream()).toList();
        List<Scenario> scenarios = isQuick ? QuickPick.of(all) : all;
        SuiteRun run = new SuiteRun(decider, MEASURE, System::nanoTime, InstantSource.system());
        try (Progress progress = new Progress(shell, "running scenarios", scenarios.size())) {
            List<Outcome> outcomes = run.run(scenarios, _ -> progress.step());
            List<String> names = suites.stream().map(Suite::name).toList();
            return Report.of(names, start, scored(version), outcomes);
        }
    }

    private static Scored scored(ActingVersion version) {
        PolicyHeader policy = version.rules().policy().header();
        return new Scored(
                "rules",
                version.id(),
                "%s %s (%s)".formatted(policy.id(), policy.version(), policy.hash()),
                AUTHORITY,
                MEASURE.name());
    }

    private ExitCode show(Report report) {
        markdown.ifPresent(file -> write(file, MarkdownReport.write(report)));
        html.ifPresent(file -> write(file, HtmlReport.write(report)));
        shell.out().print(json() ? JsonReport.write(report) + "\n" : TextReport.write(report));
        return gate(report.card());
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(shell.folder().resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where each scenario's record is; on standard error where standard output carries JSON. */
    private void showRecords(Report report, Path log) {
        PrintWriter lines = json() ? shell.err() : shell.out();
        for (Outcome outcome : report.outcomes()) {
            lines.println(
                    "%s  %-19s %-5s %s"
                            .formatted(
                                    outcome.answer().decisionId().orElse("-"),
                                    outcome.answer().effect().label(),
                                    outcome.marks().isRight() ? "right" : "wrong",
                                    outcome.scenario().id()));
        }
        lines.println("recorded in " + log);
    }

    private ExitCode gate(Scorecard card) {
        boolean isAccurate =
                minAccuracy.isEmpty() || card.accuracy().share().orElse(0) >= minAccuracy.get();
        boolean isSafe = maxWrongAllows.isEmpty() || card.allows().hits() <= maxWrongAllows.get();
        if (!isAccurate) {
            shell.err().println("gate: fewer decided rightly than " + minAccuracy.get());
        }
        if (!isSafe) {
            shell.err().println("gate: more wrong allows than " + maxWrongAllows.get());
        }
        return isAccurate && isSafe ? ExitCode.OK : ExitCode.NO;
    }
}
