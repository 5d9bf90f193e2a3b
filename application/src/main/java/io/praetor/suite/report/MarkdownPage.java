package io.praetor.suite.report;

import java.util.List;
import java.util.stream.Collectors;

/** A title, what it is about, and tables, in Markdown (GitHub's tables). */
public final class MarkdownPage {
    private MarkdownPage() {}

    /**
     * @param header pairs of a name and a value
     */
    public static String write(String title, List<List<String>> header, List<Table> tables) {
        StringBuilder document = new StringBuilder("# " + title + "\n\n");
        for (List<String> line : header) {
            document.append("- %s: %s\n".formatted(line.getFirst(), escaped(line.getLast())));
        }
        for (Table table : tables) {
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
                .map(MarkdownPage::escaped)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** One line in which nothing is markup: titles and ids are written by others. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#&])", "\\\\$1");
    }
}
