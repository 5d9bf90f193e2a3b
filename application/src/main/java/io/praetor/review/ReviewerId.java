package io.praetor.review;

/**
 * Who reviews: the name that the reviewer's token was given out for, or the id of an actor.
 *
 * @param value 1 to {@link #LENGTH_MAX} characters
 */
public record ReviewerId(String value) implements Comparable<ReviewerId> {
    /** As long as an actor's id may be. */
    public static final int LENGTH_MAX = 200;

    /** As long as a name that a person gives may be. */
    public static final int NAME_MAX = 100;

    public ReviewerId {
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a reviewer has a name of 1 to %d characters".formatted(LENGTH_MAX));
        }
    }

    /** Stands before a name that nobody vouched for: given on this machine, without a token. */
    private static final String UNAUTHENTICATED = "local:";

    /** A reviewer who gave that name on this machine, where no tokens are asked for. */
    public static ReviewerId unauthenticated(String name) {
        return new ReviewerId(name.isBlank() ? "" : UNAUTHENTICATED + name.strip());
    }

    public boolean isAuthenticated() {
        return !value.startsWith(UNAUTHENTICATED);
    }

    @Override
    public int compareTo(ReviewerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
