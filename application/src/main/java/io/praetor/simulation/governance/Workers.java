package io.praetor.simulation.governance;

import java.util.List;
import java.util.concurrent.Callable;

/** Does independent tasks, on as many threads as it likes. */
public interface Workers {
    /** The results in the order of the tasks, whichever was done first. */
    <T> List<T> all(List<Callable<T>> tasks);
}
