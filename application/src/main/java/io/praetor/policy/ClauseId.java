package io.praetor.policy;

/** The id of a clause, such as {@code deploy.production}; what citations name. */
public record ClauseId(String value) implements Comparable<ClauseId> {
    @Override
    public int compareTo(ClauseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
