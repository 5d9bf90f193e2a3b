package io.praetor.simulation.governance.report;

import io.praetor.simulation.governance.Figure;
import io.praetor.simulation.governance.GovernanceEvidence;
import io.praetor.simulation.governance.Row;
import io.praetor.suite.report.HtmlPage;
import io.praetor.suite.report.MarkdownPage;
import io.praetor.suite.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The evidence that governance works as text, Markdown, JSON and a page with plots. */
public record GovernanceReport(GovernanceEvidence evidence) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String TITLE = "Governance, simulated";

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Row row : evidence.rows()) {
            text.append("%s: %s\n".formatted(row.name(), row.what()));
            row.figures().forEach(figure -> text.append(line(figure)));
        }
        return text.append(verdict()).append('\n').toString();
    }

    public String markdown() {
        return MarkdownPage.write(TITLE, header(), tables());
    }

    public String html() {
        StringBuilder plots = new StringBuilder();
        evidence.rows().stream()
                .filter(row -> row.typical().isPresent())
                .forEach(row -> plots.append(CasePlot.of(row)));
        return HtmlPage.write(TITLE, header(), plots.toString(), tables());
    }

    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runs", evidence.runs());
        document.put("seed", evidence.seed());
        document.put("reached", evidence.isReached());
        document.put("cases", evidence.rows().stream().map(GovernanceReport::json).toList());
        return JSON.writeValueAsString(document);
    }

    private List<List<String>> header() {
        return List.of(
                List.of(
                        "command",
                        "praetor simulate governance --runs %d --seed %d --report FILE"
                                .formatted(evidence.runs(), evidence.seed())),
                List.of(
                        "world",
                        "8,000 episodes a run over five context clusters; what changes, changes at"
                                + " 3,000; an outcome matures 1 to 10 episodes after its decision"),
                List.of(
                        "delays",
                        "in decisions, from the first one after the change to the stop, the wait"
                                + " for outcomes included; a run without a stop counts as never"),
                List.of("result", verdict()));
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(
                new Table(
                        "Evidence",
                        List.of("case", "figure", "measured", "95 % interval", "asked", "reached"),
                        evidence.rows().stream()
                                .flatMap(row -> row.figures().stream().map(one -> cells(row, one)))
                                .toList()));
        tables.add(
                new Table(
                        "The published formula alone, in the same runs",
                        List.of("case", "figure", "measured", "95 % interval"),
                        evidence.rows().stream()
                                .flatMap(
                                        row ->
                                                row.reference().stream()
                                                        .map(one -> cells(row, one).subList(0, 4)))
                                .toList()));
        tables.add(
                new Table(
                        "The cases",
                        List.of("case", "what happens"),
                        evidence.rows().stream()
                                .map(row -> List.of(row.name(), row.what()))
                                .toList()));
        return tables;
    }

    private static List<String> cells(Row row, Figure figure) {
        return List.of(
                row.name(),
                figure.what(),
                Shown.value(figure),
                Shown.interval(figure),
                Shown.asked(figure),
                Shown.reached(figure));
    }

    private String verdict() {
        List<String> missed =
                evidence.rows().stream().filter(row -> !row.isReached()).map(Row::name).toList();
        return missed.isEmpty()
                ? "every figure is reached"
                : "figures are missed in: " + String.join(", ", missed);
    }

    private static String line(Figure figure) {
        return "  %-4s %-52s %10s  (%s; asked %s)\n"
                .formatted(
                        Shown.reached(figure),
                        figure.what(),
                        Shown.value(figure),
                        Shown.interval(figure),
                        Shown.asked(figure));
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", row.name());
        document.put("what", row.what());
        document.put("reached", row.isReached());
        document.put("figures", row.figures().stream().map(GovernanceReport::json).toList());
        document.put("reference", row.reference().stream().map(GovernanceReport::json).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Figure figure) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("what", figure.what());
        document.put("unit", figure.unit().name().toLowerCase(Locale.ROOT));
        document.put("value", orNull(figure.value()));
        document.put("low", orNull(figure.low()));
        document.put("high", orNull(figure.high()));
        document.put("limit", figure.limit().map(Figure.Limit::value).orElse(null));
        document.put("reached", figure.isReached());
        return document;
    }

    /** What never happened has no number. */
    private static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
