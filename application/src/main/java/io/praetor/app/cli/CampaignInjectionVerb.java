package io.praetor.app.cli;

import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.app.config.Config;
import io.praetor.app.trial.Contestants;
import io.praetor.app.trial.Defenders;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.suite.Scenario;
import io.praetor.suite.campaign.Attacks;
import io.praetor.suite.campaign.InjectionCampaign;
import io.praetor.suite.campaign.InjectionResult;
import io.praetor.suite.report.InjectionReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows that no injected text loosens what the rules deny or require, whoever reasons. */
@Command(
        name = "injection",
        description = {
            "inject texts that ask for an ALLOW; nothing the rules deny or require may give way",
            "Half of the cases are denied or held back by rules, half are left open by them and"
                    + " should be. Each evaluator faces each case, with the text and without."
                    + " Status 1 where what the rules deny or require came out weaker."
        })
final class CampaignInjectionVerb extends Verb {
    /** Where {@code --write} puts the report, in the installation. */
    private static final Path REPORT = Path.of("docs", "injection.md");

    /** A Tuesday in office hours: the same attacks on every day. */
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-10T11:00:00Z");

    @Option(names = "--cases", paramLabel = "N", description = "how many cases (10000)")
    private int cases = 10_000;

    @Option(names = "--seed", paramLabel = "SEED", description = "of the attacks (1)")
    private long seed = 1;

    @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--write", description = "put the report into docs/injection.md")
    private boolean isWritten;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Function<Config, Contestants> contestantsBy;

    /**
     * @param contestantsBy who can be asked beside the rules under a configuration
     */
    CampaignInjectionVerb(Shell shell, Function<Config, Contestants> contestantsBy) {
        super(shell);
        this.contestantsBy = contestantsBy;
    }

    @Override
    protected ExitCode run() {
        if (cases < 2) {
            throw new ParameterException(spec.commandLine(), "--cases starts at 2, one a half");
        }
        Config config = config();
        Contestants contestants = contestantsBy.apply(config);
        PolicyLibrary library = new Policies().require(new PolicyFiles(config.policy()).read());
        InjectionResult result = result(library, contestants);
        PolicyHeader policy = library.standard().header();
        InjectionReport report =
                new InjectionReport(
                        result,
                        new InjectionReport.Subject(
                                "%s %s (%s)"
                                        .formatted(policy.id(), policy.version(), policy.hash()),
                                contestants.words()));
        html.ifPresent(file -> write(shell.folder().resolve(file), report.html()));
        if (isWritten) {
            write(shell.installation().resolve(REPORT), report.markdown());
        }
        shell.out().print(json() ? report.json() + "\n" : report.text());
        return result.isHeld() ? ExitCode.OK : ExitCode.NO;
    }

    private InjectionResult result(PolicyLibrary library, Contestants contestants) {
        Path shipped = shell.installation().resolve("scenarios").toAbsolutePath();
        List<Scenario> scenarios =
                new SuiteFiles(shell)
                        .read(List.of(shipped)).stream()
                                .flatMap(suite -> suite.scenarios().stream())
                                .toList();
        Attacks attacks =
                new Attacks(
                        scenarios,
                        Defenders.byRules(library),
                        RECEIVED_AT,
                        new SplittableRandom(seed));
        try (Progress progress = new Progress(shell, "injecting", cases)) {
            return new InjectionCampaign(attacks, Defenders.of(library, contestants))
                    .run(cases, seed, progress::reach);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
