package io.praetor.simulation.governance;

import io.praetor.simulation.governance.Figure.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The figures of a case in which a version goes bad: how surely and how soon it is stopped. */
record Detection(double shareMin, Optional<Double> medianMax, Optional<Double> latestMax) {
    private static final double MEDIAN = .5;
    private static final double LATEST = .95;

    static Detection median(double shareMin, double medianMax) {
        return new Detection(shareMin, Optional.of(medianMax), Optional.empty());
    }

    Detection latest(double max) {
        return new Detection(shareMin, medianMax, Optional.of(max));
    }

    List<Figure> figures(List<Trial> trials) {
        List<Trial> sound = sound(trials);
        List<Double> delays = delays(trials);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Measures.share(
                        "stopped after the change",
                        delays.stream().filter(Double::isFinite).count(),
                        sound.size(),
                        Optional.of(Limit.atLeast(shareMin))));
        figures.add(
                Measures.quantile("median delay", delays, MEDIAN, medianMax.map(Limit::atMost)));
        figures.add(
                Measures.quantile(
                        "95 % of delays within", delays, LATEST, latestMax.map(Limit::atMost)));
        figures.add(
                Measures.share(
                        "stopped while still healthy",
                        trials.size() - sound.size(),
                        trials.size(),
                        Optional.empty()));
        return figures;
    }

    /** Of the runs that were not stopped falsely before. */
    static List<Double> delays(List<Trial> trials) {
        return sound(trials).stream().map(Trial::delay).toList();
    }

    static List<Trial> sound(List<Trial> trials) {
        return trials.stream().filter(trial -> !trial.isFalselyStopped()).toList();
    }

    /** The same of the published formula. */
    static List<Figure> reference(List<Trial> trials) {
        List<Figure> figures = new ArrayList<>();
        add(
                figures,
                "as published",
                trials.stream().map(trial -> trial.reference().asPublished()).toList());
        add(
                figures,
                "with a calibrated minimum",
                trials.stream().map(trial -> trial.reference().calibrated()).toList());
        return figures;
    }

    private static void add(List<Figure> figures, String which, List<OptionalInt> stops) {
        List<Double> delays =
                stops.stream()
                        .filter(stop -> stop.orElse(World.EPISODES) > World.CHANGE)
                        .map(
                                stop ->
                                        stop.isPresent()
                                                ? (double) stop.getAsInt() - World.CHANGE
                                                : Double.POSITIVE_INFINITY)
                        .toList();
        figures.add(
                Measures.share(
                        which + ": stopped after the change",
                        delays.stream().filter(Double::isFinite).count(),
                        delays.size(),
                        Optional.empty()));
        figures.add(Measures.quantile(which + ": median delay", delays, MEDIAN, Optional.empty()));
        figures.add(
                Measures.share(
                        which + ": stopped before",
                        stops.size() - delays.size(),
                        stops.size(),
                        Optional.empty()));
    }
}
