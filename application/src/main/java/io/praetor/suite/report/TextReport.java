package io.praetor.suite.report;

import io.praetor.suite.Outcome;
import io.praetor.suite.Scorecard.Latency;
import java.util.List;

/** A report as lines for a terminal: what was scored, the figures, and what went wrong. */
public final class TextReport {
    private TextReport() {}

    public static String write(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s by %s, %s\n"
                        .formatted(
                                report.scored().policy(),
                                report.scored().decider(),
                                report.scored().authority()));
        for (List<String> figure : Tables.summary(report).rows()) {
            text.append("  %-38s %s\n".formatted(figure.getFirst(), figure.getLast()));
        }
        for (Latency latency : report.card().latencies()) {
            text.append(
                    "  %-38s p50 %s, p95 %s, p99 %s microseconds\n"
                            .formatted(
                                    "latency by " + latency.path(),
                                    Shown.micros(latency.p50()),
                                    Shown.micros(latency.p95()),
                                    Shown.micros(latency.p99())));
        }
        if (!report.arms().isEmpty()) {
            text.append("evaluators side by side\n");
            ArmTables.decisions(report).rows().forEach(row -> text.append(sideBySide(row)));
        }
        report.leaks().forEach(leak -> text.append(leak).append('\n'));
        if (!report.wrong().isEmpty()) {
            text.append("decided wrongly\n");
            report.wrong().forEach(outcome -> text.append(wrong(outcome)));
        }
        return text.toString();
    }

    private static String sideBySide(List<String> row) {
        return "  %-38s right %s, wrong allows %s, on high risk %s, answered %s\n"
                .formatted(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
    }

    private static String wrong(Outcome outcome) {
        return "  %s: %s, expected %s%s\n"
                .formatted(
                        outcome.scenario().id(),
                        outcome.answer().effect().label(),
                        outcome.scenario().expected().label(),
                        outcome.marks().isWrongAllow() ? " (a wrong allow)" : "");
    }
}
