package io.praetor.suite.report;

import java.util.List;
import java.util.stream.Collectors;

/** A report in Markdown (GitHub's tables). */
public final class MarkdownReport {
    private MarkdownReport() {}

    public static String write(Report report) {
        StringBuilder document = new StringBuilder("# Suite report\n\n");
        for (List<String> line : Tables.header(report)) {
            document.append("- %s: %s\n".formatted(line.getFirst(), escaped(line.getLast())));
        }
        for (Table table : Tables.of(report)) {
            document.append("\n## ").append(table.title()).append("\n\n");
            append(document, table);
        }
        return document.toString();
    }

    private static void append(StringBuilder document, Table table) {
        document.append(row(table.columns()));
        document.append(row(table.columns().stream().map(_ -> "---").toList()));
        table.rows().forEach(cells -> document.append(row(cells)));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(MarkdownReport::escaped)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** One line in which nothing is markup: titles and ids are written by others. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#&])", "\\\\$1");
    }
}
