package io.praetor.serving.telemetry;

/** One or more sample lines of a metric. */
interface Series {
    void writeTo(StringBuilder text, String name, Labels labels);

    /** False where there is nothing worth a line yet. */
    default boolean isWorthSaying() {
        return true;
    }
}
