package io.praetor.suite;

/** A closed interval of a share or of a difference of shares. */
public record Interval(double low, double high) {
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
