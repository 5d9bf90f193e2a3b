package io.praetor.log;

/** Counts that the log keeps beside its records, so that nobody has to read them all. */
@FunctionalInterface
public interface LogStatistics {
    Tallies tallies();
}
