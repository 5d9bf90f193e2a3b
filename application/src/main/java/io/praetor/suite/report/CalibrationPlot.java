package io.praetor.suite.report;

import io.praetor.suite.Arm;
import io.praetor.suite.Calibration.Bin;
import io.praetor.suite.Interval;
import java.util.List;
import java.util.Locale;

/**
 * Inline SVGs, one an evaluator: mean confidence to the right, share decided rightly upwards, with
 * Wilson intervals. On the dashed diagonal confidence means what it says; below it claims too much.
 */
final class CalibrationPlot {
    private static final int EDGE = 40;
    private static final int SIDE = 200;

    private CalibrationPlot() {}

    static String of(List<Arm> arms) {
        StringBuilder plots = new StringBuilder("<div class=\"plots\">\n");
        for (int i = 0; i < arms.size(); i++) {
            plots.append(plot(arms.get(i), i));
        }
        return plots.append("</div>\n").toString();
    }

    private static String plot(Arm arm, int number) {
        StringBuilder svg = new StringBuilder();
        String name = Html.escaped(arm.name());
        svg.append(
                """
                <figure><svg viewBox="0 0 %1$d %1$d" role="img" aria-labelledby="calibration-%2$d">
                <title id="calibration-%2$d">Confidence against right: %3$s</title>
                """
                        .formatted(SIDE + 2 * EDGE, number, name));
        for (int percent = 0; percent <= 100; percent += 50) {
            double share = percent / 100.0;
            svg.append(line(x(share), y(0), x(share), y(1), "grid"));
            svg.append(line(x(0), y(share), x(1), y(share), "grid"));
            svg.append(label(x(share), y(0) + 16, "middle", percent));
            svg.append(label(x(0) - 6, y(share) + 4, "end", percent));
        }
        svg.append(line(x(0), y(0), x(1), y(1), "constant"));
        arm.card().answering().calibration().bins().forEach(bin -> svg.append(bin(bin)));
        return svg.append("</svg><figcaption>")
                .append(name)
                .append("</figcaption></figure>\n")
                .toString();
    }

    private static String bin(Bin bin) {
        Interval interval = bin.right().wilson();
        double x = x(bin.confidence());
        return line(x, y(interval.low()), x, y(interval.high()), "interval")
                + "<circle class=\"share\" cx=\"%s\" cy=\"%s\" r=\"4\"/>\n"
                        .formatted(figure(x), figure(y(bin.right().share().orElse(0))));
    }

    private static String label(double x, double y, String anchor, int percent) {
        return "<text class=\"axis\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%d %%</text>\n"
                .formatted(figure(x), figure(y), anchor, percent);
    }

    private static String line(double x1, double y1, double x2, double y2, String kind) {
        return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(kind, figure(x1), figure(y1), figure(x2), figure(y2));
    }

    private static double x(double share) {
        return EDGE + share * SIDE;
    }

    private static double y(double share) {
        return EDGE + (1 - share) * SIDE;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
