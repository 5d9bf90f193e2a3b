package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.PolicyReplay;
import io.praetor.app.PolicyReplay.Outcome;
import io.praetor.log.ChainedRecord;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordCodec;
import io.praetor.log.RecordId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says which past decisions a changed policy would have decided otherwise. */
@Command(
        name = "replay",
        description = {
            "say which past decisions a changed policy would have decided otherwise",
            "What patterns and reasoning said is taken from the record. Status 1 where any comes"
                    + " out otherwise."
        })
final class PolicyReplayVerb extends LogVerb {
    private static final int PAGE = 500;

    @Parameters(paramLabel = "FILE", description = "the changed policy file")
    private String file = "";

    @Option(
            names = "--from",
            paramLabel = "SEQ",
            description = "the first record to look at (${DEFAULT-VALUE})")
    private long from;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many records to look at, at most (${DEFAULT-VALUE})")
    private long limit = 100_000;

    PolicyReplayVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        PolicyReplay replay = new PolicyReplay(PolicyInput.policy(shell, file));
        try (SqliteDecisionLog log = SqliteDecisionLog.read(logFile())) {
            long left = limit;
            List<ChainedRecord> page = log.page(from, size(left));
            while (!page.isEmpty()) {
                page.forEach(record -> take(replay, record));
                left -= page.size();
                page = left < 1 ? List.of() : log.page(page.getLast().sequence() + 1, size(left));
            }
        }
        Outcome outcome = replay.outcome();
        if (json()) {
            shell.out().println(object(outcome));
        } else {
            tell(outcome);
        }
        return outcome.changed() == 0 ? ExitCode.OK : ExitCode.NO;
    }

    private static int size(long left) {
        return Math.clamp(left, 0, PAGE);
    }

    private static void take(PolicyReplay replay, ChainedRecord record) {
        if (RecordCodec.decode(record.record()) instanceof DecisionRecord decision) {
            replay.take(decision);
        }
    }

    private void tell(Outcome outcome) {
        shell.out()
                .println(
                        "%d of %d decisions come out otherwise"
                                .formatted(outcome.changed(), outcome.judged()));
        outcome.steps()
                .forEach(
                        (step, differing) ->
                                shell.out()
                                        .println(
                                                "  %s  %d, such as %s"
                                                        .formatted(
                                                                step,
                                                                differing.count(),
                                                                ids(differing.examples()))));
        tell("by risk", outcome.tiers());
        tell("by clause", outcome.clauses());
        if (outcome.erased() > 0) {
            shell.out().println(outcome.erased() + " were erased and cannot be judged");
        }
        if (outcome.others() > 0) {
            shell.out().println(outcome.others() + " were decided by policies of another id");
        }
    }

    private void tell(String name, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            shell.out()
                    .println(
                            "%s: %s"
                                    .formatted(
                                            name,
                                            counts.entrySet().stream()
                                                    .map(it -> it.getKey() + " " + it.getValue())
                                                    .collect(Collectors.joining(", "))));
        }
    }

    private static String ids(List<RecordId> records) {
        return records.stream().map(RecordId::value).collect(Collectors.joining(", "));
    }

    private static ObjectNode object(Outcome outcome) {
        ObjectNode object =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("judged", outcome.judged())
                        .put("changed", outcome.changed())
                        .put("erased", outcome.erased())
                        .put("other_policies", outcome.others());
        ArrayNode steps = object.putArray("steps");
        outcome.steps()
                .forEach(
                        (step, differing) -> {
                            ObjectNode each =
                                    steps.addObject()
                                            .put("from", step.from().label())
                                            .put("to", step.to().label())
                                            .put("count", differing.count());
                            ArrayNode ids = each.putArray("examples");
                            differing.examples().forEach(id -> ids.add(id.value()));
                        });
        ObjectNode tiers = object.putObject("risk");
        outcome.tiers().forEach(tiers::put);
        ObjectNode clauses = object.putObject("clauses");
        outcome.clauses().forEach(clauses::put);
        return object;
    }
}
