package io.praetor.suite;

/** Tells whether an explanation covers the sense of a reasoning element. Thread-safe. */
public interface CoverageMeasure {
    /** Its name and version with every threshold, as reports state it. */
    String name();

    boolean covers(String explanation, String element);
}
