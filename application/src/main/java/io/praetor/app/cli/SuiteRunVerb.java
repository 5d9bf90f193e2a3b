package io.praetor.app.cli;

import io.praetor.app.ActivePolicies;
import io.praetor.app.BadInput;
import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.app.Retrieval;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.app.trial.Contestants;
import io.praetor.app.trial.RetrievalTrial;
import io.praetor.app.trial.SuiteArms;
import io.praetor.app.trial.SuiteDecider;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.Authority;
import io.praetor.policy.PolicyHeader;
import io.praetor.retrieval.Embedder;
import io.praetor.suite.Arm;
import io.praetor.suite.CoverageMeasure;
import io.praetor.suite.Decider;
import io.praetor.suite.Leak;
import io.praetor.suite.LeakCheck;
import io.praetor.suite.MeaningCoverage;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs suites and reports their figures. */
@Command(
        name = "run",
        description = "run scenario files; status 0 whatever they score, 1 where a gate fails")
final class SuiteRunVerb extends Verb {
    /** Enough for a share to within a few per cent; each sample asks everything again. */
    private static final int SAMPLES_MAX = 100;

    /** Whose views count. */
    enum Counting {
        EVERYTHING,
        SHADOW,
        RULES;

        String words() {
            return switch (this) {
                case EVERYTHING -> "everything binding";
                case SHADOW -> "rules binding, the others asked";
                case RULES -> "rules only";
            };
        }

        Authority authority() {
            return switch (this) {
                case EVERYTHING -> Authority.EVERYTHING_BINDING;
                case SHADOW -> Authority.SHADOW;
                case RULES -> Authority.RULES_ONLY;
            };
        }
    }

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

    @Option(names = "--each", description = "also each evaluator by itself, side by side")
    private boolean isEach;

    @Option(
            names = "--samples",
            paramLabel = "COUNT",
            description = "ask so often and say how many decisions vary; 1 by default")
    private int samples = 1;

    @Option(
            names = "--authority",
            paramLabel = "WHOSE",
            description = "whose views count: ${COMPLETION-CANDIDATES}; everything by default")
    private Counting counting = Counting.EVERYTHING;

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

    private final Function<Config, Contestants> contestantsBy;
    private CoverageMeasure measure = new WordCoverage();
    private Optional<Embedder> embedder = Optional.empty();

    /**
     * @param contestantsBy who can be asked beside the rules under a configuration
     */
    SuiteRunVerb(Shell shell, Function<Config, Contestants> contestantsBy) {
        super(shell);
        this.contestantsBy = contestantsBy;
    }

    @Override
    protected ExitCode run() {
        if (samples < 1 || samples > SAMPLES_MAX || (samples > 1 && isLogged)) {
            throw new BadInput(
                    "--samples: 1 to %d, and 1 with --log, for one record a scenario"
                            .formatted(SAMPLES_MAX));
        }
        List<Suite> suites = new SuiteFiles(shell).read(placesOrShipped());
        Config config = scored(config());
        Contestants contestants = contestantsBy.apply(config);
        embedder = Retrieval.embedder(config, shell.parts());
        embedder.ifPresent(model -> measure = new MeaningCoverage(model));
        if (!isLogged) {
            PolicyFiles files = new PolicyFiles(config.policy());
            ActivePolicies policies = contestants.serving(new Policies().require(files.read()));
            Decider decider = SuiteDecider.unrecorded(underAuthority(policies), measure);
            return show(report(suites, decider, policies, contestants));
        }
        try (Wiring wiring = open(config.withoutReasoning())) {
            ActivePolicies policies = contestants.serving(wiring.policies().library());
            Decider decider =
                    SuiteDecider.recorded(underAuthority(policies), measure, wiring.recorder());
            Report report = report(suites, decider, policies, contestants);
            ExitCode code = show(report);
            showRecords(report, config.data().resolve(Wiring.LOG_FILE));
            return code;
        }
    }

    private ActiveVersionSource underAuthority(ActivePolicies policies) {
        return situation -> policies.actingFor(situation).under(counting.authority());
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
                config.model(),
                config.reviews(),
                config.patterns(),
                config.governance());
    }

    private Report report(
            List<Suite> suites, Decider decider, ActivePolicies policies, Contestants contestants) {
        Instant start = Instant.now();
        List<Scenario> all = suites.stream().flatMap(suite -> suite.scenarios().stream()).toList();
        List<Leak> leaks =
                new LeakCheck(contestants.examples(), contestants.prompts(), start).among(all);
        Set<String> seen = leaks.stream().map(Leak::scenario).collect(Collectors.toSet());
        List<Scenario> unseen = all.stream().filter(it -> !seen.contains(it.id())).toList();
        List<Scenario> scenarios = isQuick ? QuickPick.of(unseen) : unseen;
        List<String> names = suites.stream().map(Suite::name).toList();
        Scored scored = scored(policies.standard(), contestants);
        RetrievalTrial retrieval = new RetrievalTrial(policies, contestants.examples(), start);
        return Report.of(names, start, scored, outcomes(scored.decider(), decider, scenarios))
                .beside(isEach ? arms(scenarios, policies, contestants) : List.of())
                .without(leaks)
                .retrieving(isQuick ? List.of() : retrieval.of(scenarios, embedder));
    }

    private List<Arm> arms(
            List<Scenario> scenarios, ActivePolicies policies, Contestants contestants) {
        return SuiteArms.of(policies.library(), measure, contestants).stream()
                .map(arm -> Arm.of(arm.name(), outcomes(arm.name(), arm.decider(), scenarios)))
                .toList();
    }

    private List<Outcome> outcomes(String name, Decider decider, List<Scenario> scenarios) {
        SuiteRun run =
                new SuiteRun(decider, measure, System::nanoTime, InstantSource.system(), samples);
        try (Progress progress =
                new Progress(shell, "running scenarios: " + name, scenarios.size())) {
            return run.run(scenarios, _ -> progress.step());
        }
    }

    private Scored scored(ActingVersion version, Contestants contestants) {
        PolicyHeader policy = version.rules().policy().header();
        return new Scored(
                contestants.reasoners().isEmpty() ? "rules" : "whole pipeline",
                version.id(),
                "%s %s (%s)".formatted(policy.id(), policy.version(), policy.hash()),
                "%s (%s)".formatted(counting.words(), contestants.words()),
                measure.name());
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
