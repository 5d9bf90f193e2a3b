package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.ReviewDoor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Reviews decisions at the terminal, or from a file. */
@Command(
        name = "review",
        description = {
            "review recorded decisions: accept them, or say what is wrong",
            "Keys: a accept, d other decision, r other reasoning, b both, s skip, q quit, ? help."
                    + " Nothing is saved before you confirm it."
        },
        synopsisSubcommandLabel = "[VERB]",
        commandListHeading = "%nVerbs:%n")
final class ReviewVerb extends Verb {
    private static final int LIMIT_MAX = 200;

    @Mixin private ReviewAccess access = new ReviewAccess();

    @Option(names = "--stats", description = "show how far reviewing is, and nothing else")
    private boolean stats;

    @Option(names = "--incorrect", description = "those that a suite or a reviewer found wrong")
    private boolean incorrect;

    @Option(names = "--all", description = "all decisions, reviewed or not")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "at most so many (50)")
    private int limit = 50;

    @Option(names = "--team", paramLabel = "TEAM", description = "of this team only")
    private Optional<String> team = Optional.empty();

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "of this tier only: low, medium, high or critical")
    private Optional<String> tier = Optional.empty();

    @Option(
            names = "--decided-by",
            paramLabel = "VERSION",
            description = "decided by this version only")
    private Optional<String> version = Optional.empty();

    @Option(names = "--plain", description = "a line at a time, without a full screen")
    private boolean plain;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = {
                "take verdicts from JSON lines: members as of POST /v1/reviews; without `record`"
                        + " the next case, without `hash` that of the record as it is"
            })
    private Optional<Path> script = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private ReviewVerb(Shell shell) {
        super(shell);
    }

    static CommandLine in(Shell shell) {
        return new CommandLine(new ReviewVerb(shell))
                .addSubcommand(new ReviewStatisticsVerb(shell))
                .addSubcommand(new ReviewErrorsVerb(shell))
                .addSubcommand(new ReviewAgreementVerb(shell));
    }

    @Override
    protected ExitCode run() {
        if (incorrect && all) {
            throw new ParameterException(spec.commandLine(), "say --incorrect or --all, not both");
        }
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--limit is from 1 to %d".formatted(LIMIT_MAX));
        }
        if (stats) {
            try (ReviewDoor door = access.read(shell, this::config)) {
                return new ReviewFigures(shell, json())
                        .show(door, "/v1/reviews/statistics", ReviewFigures::statistics);
            }
        }
        try (ReviewDoor door = access.open(shell, this::config)) {
            ReviewSession session = new ReviewSession(door, access.reviewer(shell), filter());
            return script.isPresent()
                    ? new ReviewScript(shell, session).run(shell.folder().resolve(script.get()))
                    : dialogue(session);
        }
    }

    private ExitCode dialogue(ReviewSession session) {
        if (json()) {
            throw new BadInput("a dialogue has no JSON; use --script, --stats, or the server");
        }
        boolean isFull = shell.watched() && !plain;
        try (ReviewScreen screen =
                isFull ? TerminalScreen.open() : new PlainScreen(shell.in(), shell.out())) {
            return new ReviewDialogue(session, screen, new CaseText(shell)).run();
        }
    }

    private Map<String, String> filter() {
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("mode", all ? "all" : incorrect ? "incorrect" : "unreviewed");
        filter.put("limit", Integer.toString(limit));
        team.ifPresent(value -> filter.put("team", value));
        tier.ifPresent(value -> filter.put("tier", value));
        version.ifPresent(value -> filter.put("version", value));
        return filter;
    }
}
