package io.praetor.suite;

import io.praetor.situation.Admission;

/** Anything that decides: what a suite asks. */
public interface Decider {
    /**
     * The answer to {@code scenario}, whose request the door has seen.
     *
     * <p>A decider may look at what the scenario says of itself only to record the answer with it.
     */
    Answer answer(Scenario scenario, Admission admission);
}
