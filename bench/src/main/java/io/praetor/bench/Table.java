package io.praetor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures as a Markdown table: what is measured, of whom, and how many times better the first is.
 */
record Table(List<Figure> figures) {
    String markdown() {
        Map<String, List<Figure>> rows = new LinkedHashMap<>();
        figures.forEach(
                figure -> rows.computeIfAbsent(figure.what(), _ -> new ArrayList<>()).add(figure));
        StringBuilder table =
                new StringBuilder("| figure | of | value | first is better by |\n")
                        .append("|---|---|---:|---:|\n");
        for (List<Figure> row : rows.values()) {
            row.forEach(figure -> table.append(line(row.getFirst(), figure)));
        }
        return table.toString();
    }

    private static String line(Figure first, Figure figure) {
        return "| %s | %s | %s | %s |\n"
                .formatted(figure.what(), figure.who(), figure.written(), ratio(first, figure));
    }

    private static String ratio(Figure first, Figure figure) {
        double times =
                figure.unit().moreIsBetter()
                        ? first.value() / figure.value()
                        : figure.value() / first.value();
        return first.equals(figure) ? "" : "%.1fx".formatted(times);
    }
}
