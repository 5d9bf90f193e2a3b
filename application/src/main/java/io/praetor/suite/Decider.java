package io.praetor.suite;

import io.praetor.situation.Admission;
import java.util.function.Supplier;

/** Anything that decides: what a suite asks. */
public interface Decider {
    /**
     * Decides {@code scenario}, whose request the door has seen. The answer is explained when it is
     * taken, so that explaining does not count as latency.
     *
     * <p>A decider may look at what the scenario says of itself only to record the answer with it.
     */
    Supplier<Answer> decide(Scenario scenario, Admission admission);
}
