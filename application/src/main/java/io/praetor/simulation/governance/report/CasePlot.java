package io.praetor.simulation.governance.report;

import io.praetor.simulation.governance.Row;
import io.praetor.simulation.governance.Trace;
import io.praetor.simulation.governance.Trace.Reading;
import io.praetor.suite.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An inline SVG of one case: the trust score of its first run beside the published formula's, how
 * near its detectors came to their limit, and when all runs were stopped.
 */
final class CasePlot {
    private static final int EPISODES = 8_000;
    private static final int CHANGE = 3_000;
    private static final int GAP = 46;
    private static final int TOP = 24;

    /** Of two neighbouring evaluations one is drawn; the eye loses nothing, the file half. */
    private static final int THINNED = 2;

    /** A detector this far under its limit, as a power of ten, is at rest. */
    private static final int REST = -5;

    private static final int BARS = 40;

    private CasePlot() {}

    static String of(Row row) {
        Trace trace = row.typical().orElseThrow();
        List<Double> delays = row.delays().stream().filter(Double::isFinite).toList();
        int panels = delays.isEmpty() ? 2 : 3;
        StringBuilder svg = new StringBuilder();
        svg.append("<h2>%s</h2>\n<p>%s</p>\n".formatted(name(row), Html.escaped(row.what())));
        svg.append(
                """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s: trust, detectors, delays">
                """
                        .formatted(
                                Panel.LEFT + Panel.WIDTH + 20,
                                TOP + panels * (Panel.HEIGHT + GAP),
                                name(row)));
        svg.append(trust(trace)).append(detectors(trace));
        if (!delays.isEmpty()) {
            svg.append(delays(delays, row.delays().size()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String name(Row row) {
        return Html.escaped(row.name());
    }

    private static String trust(Trace trace) {
        Panel panel = new Panel(TOP, EPISODES, 0, 1);
        List<Panel.Point> ours = points(trace.trust(), Reading::episode, Reading::score);
        List<Panel.Point> reference =
                points(trace.reference(), Trace.Score::episode, Trace.Score::score);
        return panel.frame(List.of("0", ".5", "1"))
                + panel.title("trust until the stop (solid), published formula (dashed), minimum")
                + panel.moment(CHANGE)
                + panel.level(trace.min())
                + panel.series(reference, "second")
                + panel.series(ours, "first")
                + episodes(panel);
    }

    private static String detectors(Trace trace) {
        Panel panel = new Panel(TOP + Panel.HEIGHT + GAP, EPISODES, REST, 0);
        return panel.frame(List.of("1e-5", "", "", "", "", "limit"))
                + panel.title("detectors: reward (solid), overrides (dashed), flags (dotted)")
                + panel.moment(CHANGE)
                + panel.series(near(trace, Reading::rewards), "first")
                + panel.series(near(trace, Reading::overrides), "second")
                + panel.series(near(trace, Reading::flags), "third")
                + episodes(panel);
    }

    private static String delays(List<Double> delays, int runs) {
        double last = delays.stream().mapToDouble(Double::doubleValue).max().orElse(1) + 1;
        int[] counts = new int[BARS];
        for (double delay : delays) {
            counts[(int) (delay / last * BARS)]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        Panel panel = new Panel(TOP + 2 * (Panel.HEIGHT + GAP), last, 0, most);
        StringBuilder drawn = new StringBuilder(panel.frame(List.of("0", Integer.toString(most))));
        drawn.append(
                panel.title(
                        "decisions from the change to the stop, %d of %d runs"
                                .formatted(delays.size(), runs)));
        for (int bar = 0; bar < BARS; bar++) {
            if (counts[bar] > 0) {
                drawn.append(panel.bar(bar * last / BARS, (bar + 1) * last / BARS, counts[bar]));
            }
        }
        for (int quarter = 0; quarter <= 4; quarter++) {
            double right = last * quarter / 4;
            drawn.append(panel.place(right, "%d".formatted(Math.round(right))));
        }
        return drawn.toString();
    }

    private static String episodes(Panel panel) {
        StringBuilder drawn = new StringBuilder();
        for (int episode = 0; episode <= EPISODES; episode += 1_000) {
            drawn.append(panel.place(episode, Integer.toString(episode)));
        }
        return drawn.toString();
    }

    private static List<Panel.Point> near(Trace trace, ToDoubleFunction<Reading> share) {
        return points(
                trace.trust(),
                Reading::episode,
                reading -> Math.log10(Math.max(share.applyAsDouble(reading), 1e-9)));
    }

    /** Thinned, but with the last. */
    private static <T> List<Panel.Point> points(
            List<T> readings, ToDoubleFunction<T> right, ToDoubleFunction<T> up) {
        List<Panel.Point> points = new ArrayList<>();
        for (int index = 0; index < readings.size(); index++) {
            if (index % THINNED == 0 || index == readings.size() - 1) {
                T reading = readings.get(index);
                points.add(
                        new Panel.Point(right.applyAsDouble(reading), up.applyAsDouble(reading)));
            }
        }
        return points;
    }
}
