package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.governance.TrustSnapshot;
import io.praetor.rollout.credibility.Thresholds;
import io.praetor.rollout.detection.Stream;
import io.praetor.situation.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Trust over time as a drawing: the score, what it is held against, how near detectors are. */
final class TrustPlot {
    static final int POINTS_MAX = 200;

    private static final int WIDTH = 300;
    private static final int HEIGHT = 120;

    private TrustPlot() {}

    /**
     * @param snapshots newest first
     */
    static Html of(List<TrustSnapshot> snapshots, Thresholds thresholds) {
        if (snapshots.isEmpty()) {
            return element("p", "none", "No trust was measured yet.");
        }
        List<TrustSnapshot> inOrder = snapshots.reversed();
        List<Html> lines = new ArrayList<>();
        lines.add(level("promote", thresholds.promote()));
        lines.add(level("min", thresholds.min()));
        lines.add(level("floor", thresholds.floor()));
        for (Stream stream : Stream.values()) {
            lines.add(
                    line(
                            "detector " + Labels.of(stream),
                            inOrder,
                            each -> each.nearness().getOrDefault(stream, 0.0)));
        }
        lines.add(line("score", inOrder, each -> each.credibility().score()));
        double latest = inOrder.getLast().credibility().score();
        String told =
                "trust %s after %d outcomes; promotion at %s, stopped below %s"
                        .formatted(
                                Shown.figure(latest),
                                inOrder.getLast().matured(),
                                Shown.figure(thresholds.promote()),
                                Shown.figure(thresholds.min()));
        return element(
                "figure",
                element(
                        "svg",
                        type("plot"),
                        attribute("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT)),
                        attribute("role", "img"),
                        attribute("aria-label", told),
                        Html.all(lines)),
                element("figcaption", "hint", told + ". Thin: detectors, which sound at the top."));
    }

    private static Html level(String name, double value) {
        String y = figure(height(value));
        return element(
                "line",
                type("level " + name),
                attribute("x1", "0"),
                attribute("x2", Integer.toString(WIDTH)),
                attribute("y1", y),
                attribute("y2", y));
    }

    private static Html line(
            String name, List<TrustSnapshot> inOrder, ToDoubleFunction<TrustSnapshot> value) {
        StringBuilder points = new StringBuilder();
        double step = inOrder.size() < 2 ? 0 : (double) WIDTH / (inOrder.size() - 1);
        for (int index = 0; index < inOrder.size(); index++) {
            points.append(figure(index * step))
                    .append(',')
                    .append(figure(height(value.applyAsDouble(inOrder.get(index)))))
                    .append(' ');
        }
        return element(
                "polyline", type(name), attribute("points", points.toString().strip()), text(""));
    }

    /** Measured from the top, as drawings are; what is not a number lies at the bottom. */
    private static double height(double value) {
        return HEIGHT * (1 - Math.clamp(Double.isFinite(value) ? value : 0, 0, 1));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
