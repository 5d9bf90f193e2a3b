package io.praetor.rollout.evidence;

/** The id of a version: lower-case hex SHA-256 of its manifest. */
public record VersionId(String value) implements Comparable<VersionId> {
    public VersionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a version has an id");
        }
    }

    @Override
    public int compareTo(VersionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
