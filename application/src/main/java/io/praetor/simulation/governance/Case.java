package io.praetor.simulation.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A case in which one version is supervised.
 *
 * @param what happens in it, in one sentence
 * @param figures from all its trials
 */
record Case(
        String name,
        String what,
        Conditions conditions,
        Function<List<Trial>, List<Figure>> figures) {

    /** In order; the position of a case is part of its seeds, so new ones come last. */
    static List<Case> all() {
        List<Case> all = new ArrayList<>(SupervisedCases.worsening());
        all.addAll(SupervisedCases.benign());
        all.addAll(SupervisedCases.local());
        return all;
    }

    Row row(List<Trial> trials) {
        return new Row(
                name,
                what,
                figures.apply(trials),
                Detection.reference(trials),
                Detection.delays(trials),
                trials.getFirst().trace());
    }
}
