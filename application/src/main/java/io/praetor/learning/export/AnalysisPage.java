package io.praetor.learning.export;

import java.util.Map;

/** The analysis report as one HTML page with bars, which needs nothing beside it. */
final class AnalysisPage {
    private static final int BAR_PIXELS = 360;
    private static final int ROW_PIXELS = 22;

    private AnalysisPage() {}

    static String of(AnalysisReport report) {
        return """
               <!doctype html>
               <html lang="en"><head><meta charset="utf-8"><title>Data set</title>
               <style>body{font:16px system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}
               svg{display:block} text{font:14px system-ui}</style></head><body>
               <h1>Data set</h1>
               <p>%d examples, %d of them held out.</p>
               %s%s%s</body></html>
               """
                .formatted(
                        report.all().size(),
                        report.set().heldOut().size(),
                        section("Confirmed decisions", report.decisions()),
                        section("What reviewers changed", report.changes()),
                        section("Decisions that became others", report.transitions()));
    }

    private static String section(String title, Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        StringBuilder rows = new StringBuilder();
        int y = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            rows.append(row(entry.getKey(), entry.getValue(), most, y));
            y += ROW_PIXELS;
        }
        return """
               <h2>%s</h2>
               <svg role="img" aria-label="%s" width="680" height="%d">%s</svg>
               """
                .formatted(escaped(title), escaped(counts.toString()), Math.max(y, 1), rows);
    }

    private static String row(String name, long count, long most, int y) {
        return "<text x=\"0\" y=\"%1$d\">%2$s</text>".formatted(y + 15, escaped(name))
                + "<rect x=\"250\" y=\"%d\" width=\"%d\" height=\"16\" fill=\"#456\"/>"
                        .formatted(y + 2, most == 0 ? 0 : BAR_PIXELS * count / most)
                + "<text x=\"%d\" y=\"%d\">%d</text>"
                        .formatted(
                                256 + (most == 0 ? 0 : BAR_PIXELS * count / most), y + 15, count);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
