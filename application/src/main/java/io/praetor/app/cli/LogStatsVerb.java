package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.log.Statistics;
import io.praetor.log.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sums the log up from the counts kept beside it. */
@Command(name = "stats", description = "sum the log up: effects, paths, agreement, latency, shift")
final class LogStatsVerb extends LogVerb {
    private static final List<Double> SHARES = List.of(.5, .95, .99);

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "how many last days the shift compares with those before (7)")
    private int days = 7;

    @Spec private CommandSpec spec = CommandSpec.create();

    LogStatsVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (days < 1) {
            throw new ParameterException(spec.commandLine(), "--days starts at 1");
        }
        try (SqliteDecisionLog log = SqliteDecisionLog.read(logFile())) {
            Statistics statistics = new Statistics(log.tallies());
            if (json()) {
                shell.out().println(object(statistics));
            } else {
                lines(statistics).forEach(shell.out()::println);
            }
        }
        return ExitCode.OK;
    }

    private List<String> lines(Statistics statistics) {
        Tally all = statistics.decisions();
        return List.of(
                line("records", counted(statistics.byKind())),
                line("effects", counted(statistics.byEffect())),
                line("paths", counted(statistics.byPath())),
                line("versions", counted(statistics.byVersion())),
                line("days", counted(statistics.byDay())),
                line(
                        "agreement",
                        "%s of %d judged".formatted(share(statistics.agreement()), all.judged())),
                line(
                        "coverage",
                        "%s over %d".formatted(share(statistics.coverage()), all.covered())),
                line("latency", latencies(statistics)),
                line(
                        "shift",
                        "%s in the last %d days".formatted(share(statistics.shift(days)), days)));
    }

    private static String line(String name, String text) {
        return "%-10s %s".formatted(name, text);
    }

    private static String counted(Map<?, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String share(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%.3f", share.getAsDouble())
                : "unknown";
    }

    private static String latencies(Statistics statistics) {
        return SHARES.stream()
                .map(
                        share -> {
                            OptionalLong micros = statistics.latencyMicros("", share);
                            return "p%.0f %s"
                                    .formatted(
                                            share * 100,
                                            micros.isPresent()
                                                    ? micros.getAsLong() + " us"
                                                    : "unknown");
                        })
                .collect(Collectors.joining(", "));
    }

    private ObjectNode object(Statistics statistics) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        put(object.putObject("records"), statistics.byKind());
        put(object.putObject("effects"), statistics.byEffect());
        put(object.putObject("paths"), statistics.byPath());
        put(object.putObject("versions"), statistics.byVersion());
        put(object.putObject("days"), statistics.byDay());
        Tally all = statistics.decisions();
        object.put("judged", all.judged()).put("correct", all.correct());
        statistics.agreement().ifPresent(share -> object.put("agreement", share));
        statistics.coverage().ifPresent(mean -> object.put("coverage", mean));
        ObjectNode latency = object.putObject("latency_micros");
        percentiles(latency.putObject("all"), statistics, "");
        for (String path : statistics.byPath().keySet()) {
            percentiles(latency.putObject(path), statistics, path);
        }
        statistics.shift(days).ifPresent(shift -> object.put("shift", shift));
        return object;
    }

    private static void put(ObjectNode object, Map<?, Long> counts) {
        counts.forEach((key, count) -> object.put(String.valueOf(key), count));
    }

    private static void percentiles(ObjectNode object, Statistics statistics, String path) {
        for (double share : SHARES) {
            statistics
                    .latencyMicros(path, share)
                    .ifPresent(micros -> object.put("p%.0f".formatted(share * 100), micros));
        }
    }
}
