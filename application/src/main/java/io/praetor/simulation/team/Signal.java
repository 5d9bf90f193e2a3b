package io.praetor.simulation.team;

import java.util.List;
import java.util.SplittableRandom;

/** An observation that enforcement points send along, and where its values lie. */
record Signal(String name, double from, double to) {
    /** Low and high ones: what a team makes of the two may differ. */
    static final List<Signal> USUAL =
            List.of(
                    new Signal("queue_depth", 2, 8),
                    new Signal("queue_depth", 64, 200),
                    new Signal("open_tickets", 1, 4),
                    new Signal("open_tickets", 16, 40),
                    new Signal("cpu_share", .1, .4),
                    new Signal("cpu_share", .8, 1));

    double value(SplittableRandom random) {
        double value = random.nextDouble(from, to);
        return to <= 1 ? value : Math.floor(value);
    }
}
