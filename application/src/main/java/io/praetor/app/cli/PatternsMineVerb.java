package io.praetor.app.cli;

import io.praetor.app.Patterns;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.Pattern.State;
import io.praetor.patterns.mining.MiningReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Mines the reviews for patterns, and lets them answer where somebody approves. */
@Command(
        name = "mine",
        description = {
            "mine the reviews for patterns",
            "What is new is a candidate and answers nothing, until somebody approves by name. Each"
                    + " candidate that holds its own bound answers then."
        })
final class PatternsMineVerb extends PatternsVerb {
    @Option(
            names = "--approve",
            paramLabel = "NAME",
            description = "let them answer; the name of who answers for it")
    private Optional<String> approver = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why they may answer")
    private String reason = "each holds its own bound";

    PatternsMineVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (approver.filter(String::isBlank).isPresent()) {
            shell.err().println("say who approves: --approve NAME");
            return ExitCode.USAGE;
        }
        return with(this::mine);
    }

    private ExitCode mine(Patterns patterns) {
        List<MiningReport> reports = mined(patterns);
        List<Pattern> approved =
                approver
                        .map(name -> patterns.learning().approve(clock.instant(), name, reason))
                        .orElse(List.of())
                        .stream()
                        .filter(Pattern::isActive)
                        .toList();
        reports.forEach(report -> show(report, approved.size()));
        return ExitCode.OK;
    }

    private List<MiningReport> mined(Patterns patterns) {
        try (Progress progress = new Progress(shell, "mining", patterns.learning().steps())) {
            return patterns.learning().mine(clock.instant(), progress::reach);
        }
    }

    private void show(MiningReport report, int approved) {
        if (json()) {
            shell.out()
                    .println(
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("confirmations", report.confirmations())
                                    .put("frames", report.frames())
                                    .put("patterns", report.patterns().size())
                                    .put("coverage", report.coverage())
                                    .put("approved", approved));
            return;
        }
        shell.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "%d confirmations in %d frames: %d patterns cover %.1f %% of them",
                                report.confirmations(),
                                report.frames(),
                                report.patterns().size(),
                                100 * report.coverage()));
        for (Pattern each : report.patterns()) {
            shell.out().println("  " + line(each));
            if (!each.carriers().isEmpty()) {
                shell.out().println("      carried by " + String.join(", ", each.carriers()));
            }
        }
        shell.out()
                .println(
                        approver.isPresent()
                                ? "%d now answer, approved by %s"
                                        .formatted(approved, approver.get())
                                : "candidates answer nothing; --approve NAME lets them");
    }

    /** Whether the state is one that still matters to whoever looks. */
    static boolean isCurrent(Pattern pattern) {
        return pattern.standing().state() != State.RETIRED;
    }
}
