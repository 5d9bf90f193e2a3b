package io.praetor.simulation.governance.report;

import io.praetor.suite.report.Html;
import java.util.List;
import java.util.Locale;

/**
 * A rectangle of an SVG with a scale to the right and one upwards.
 *
 * @param top of the rectangle, in pixels; every panel is as wide and as high
 */
record Panel(int top, double rightmost, double lowest, double highest) {
    static final int LEFT = 50;
    static final int WIDTH = 560;
    static final int HEIGHT = 110;

    /** A value for each place to the right. */
    record Point(double right, double up) {}

    String frame(List<String> marks) {
        StringBuilder drawn = new StringBuilder();
        for (int index = 0; index < marks.size(); index++) {
            double y = top + HEIGHT - (double) HEIGHT * index / (marks.size() - 1);
            drawn.append(line(LEFT, y, LEFT + WIDTH, y, "grid"))
                    .append(text(LEFT - 6, y + 4, "end", marks.get(index)));
        }
        return drawn.toString();
    }

    /** A line at one height over the whole panel. */
    String level(double up) {
        return line(LEFT, y(up), LEFT + WIDTH, y(up), "constant");
    }

    /** A line at one place from bottom to top. */
    String moment(double right) {
        return line(x(right), top, x(right), top + HEIGHT, "constant");
    }

    String series(List<Point> points, String kind) {
        StringBuilder path = new StringBuilder();
        points.forEach(
                point ->
                        path.append(figure(x(point.right())))
                                .append(',')
                                .append(figure(y(point.up())))
                                .append(' '));
        return "<polyline class=\"series %s\" points=\"%s\"/>\n"
                .formatted(kind, path.toString().strip());
    }

    String bar(double from, double to, double up) {
        return "<rect class=\"share\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(
                        figure(x(from) + .5),
                        figure(y(up)),
                        figure(Math.max(0, x(to) - x(from) - 1)),
                        figure(top + HEIGHT - y(up)));
    }

    String place(double right, String label) {
        return text(x(right), top + HEIGHT + 14, "middle", label);
    }

    String title(String words) {
        return text(LEFT, top - 6, "start", words);
    }

    private double x(double right) {
        return LEFT + WIDTH * Math.clamp(right / rightmost, 0, 1);
    }

    private double y(double up) {
        return top + HEIGHT * (1 - Math.clamp((up - lowest) / (highest - lowest), 0, 1));
    }

    private static String text(double x, double y, String anchor, String words) {
        return "<text class=\"axis\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(figure(x), figure(y), anchor, Html.escaped(words));
    }

    private static String line(double x1, double y1, double x2, double y2, String kind) {
        return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(kind, figure(x1), figure(y1), figure(x2), figure(y2));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
