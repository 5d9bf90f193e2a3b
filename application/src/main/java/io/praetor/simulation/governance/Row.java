package io.praetor.simulation.governance;

import java.util.List;
import java.util.Optional;

/**
 * One case of the evidence.
 *
 * @param what happens in it, in one sentence
 * @param reference what the published formula alone does in the same runs
 * @param delays decisions from the change to the first stop, by run; infinite where there was none
 * @param typical the first run, where there is something to see
 */
public record Row(
        String name,
        String what,
        List<Figure> figures,
        List<Figure> reference,
        List<Double> delays,
        Optional<Trace> typical) {
    public Row {
        figures = List.copyOf(figures);
        reference = List.copyOf(reference);
        delays = List.copyOf(delays);
    }

    public boolean isReached() {
        return figures.stream().allMatch(Figure::isReached);
    }
}
