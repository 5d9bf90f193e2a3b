package io.praetor.suite.report;

import io.praetor.suite.Interval;
import io.praetor.suite.Proportion;
import io.praetor.suite.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An inline SVG: a row a group with its share of right answers as a dot and the Wilson interval as
 * a line, and a dashed line where the best constant answer stands.
 */
final class AccuracyPlot {
    private static final int LEFT = 210;
    private static final int WIDTH = 420;
    private static final int RIGHT = 90;
    private static final int ROW = 24;
    private static final int TOP = 28;

    private AccuracyPlot() {}

    private record Row(String label, Proportion share) {}

    static String of(Scorecard card) {
        List<Row> rows = new ArrayList<>(List.of(new Row("all scenarios", card.accuracy())));
        card.groups()
                .forEach(
                        group ->
                                rows.add(
                                        new Row(
                                                group.dimension() + ": " + group.value(),
                                                group.accuracy())));
        int height = TOP + rows.size() * ROW + 10;
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg viewBox="0 0 %d %d" role="img" aria-labelledby="plot-title">
                <title id="plot-title">Share decided rightly, with 95 %% intervals</title>
                """
                        .formatted(LEFT + WIDTH + RIGHT, height));
        for (int percent = 0; percent <= 100; percent += 25) {
            svg.append(gridLine(percent, height));
        }
        best(card).ifPresent(share -> svg.append(bestLine(share, height)));
        for (int i = 0; i < rows.size(); i++) {
            svg.append(row(rows.get(i), TOP + i * ROW + ROW / 2));
        }
        return svg.append("</svg>\n").toString();
    }

    private static Optional<Double> best(Scorecard card) {
        return card.baselines().stream()
                .flatMapToDouble(baseline -> baseline.accuracy().share().stream())
                .boxed()
                .max(Double::compare);
    }

    private static String gridLine(int percent, int height) {
        double x = x(percent / 100.0);
        return line(x, TOP - 6, x, height - 8, "grid")
                + "<text class=\"axis\" x=\"%s\" y=\"14\" text-anchor=\"middle\">%d %%</text>\n"
                        .formatted(figure(x), percent);
    }

    private static String bestLine(double share, int height) {
        double x = x(share);
        return line(x, TOP - 6, x, height - 8, "constant");
    }

    private static String row(Row row, int y) {
        Interval interval = row.share().wilson();
        StringBuilder drawn = new StringBuilder();
        drawn.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
                        .formatted(LEFT - 12, y + 4, Html.escaped(row.label())));
        drawn.append(line(x(interval.low()), y, x(interval.high()), y, "interval"));
        row.share()
                .share()
                .ifPresent(
                        share ->
                                drawn.append(
                                        "<circle class=\"share\" cx=\"%s\" cy=\"%d\" r=\"4\"/>\n"
                                                .formatted(figure(x(share)), y)));
        drawn.append(
                "<text class=\"axis\" x=\"%d\" y=\"%d\">%d of %d</text>\n"
                        .formatted(LEFT + WIDTH + 12, y + 4, row.share().hits(), row.share().of()));
        return drawn.toString();
    }

    private static String line(double x1, double y1, double x2, double y2, String kind) {
        return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(kind, figure(x1), figure(y1), figure(x2), figure(y2));
    }

    private static double x(double share) {
        return LEFT + share * WIDTH;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
