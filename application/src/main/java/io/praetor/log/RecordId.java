package io.praetor.log;

import io.praetor.decision.DecisionId;

/**
 * The id of a record, unique in its log: a UUIDv7, or the id an imported decision came with.
 *
 * @param value at most {@link #LENGTH_MAX} characters, not empty
 */
public record RecordId(String value) {
    /** Several times what any known id takes. */
    public static final int LENGTH_MAX = 200;

    public RecordId {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a record id has 1 to %d characters".formatted(LENGTH_MAX));
        }
    }

    public static RecordId of(DecisionId id) {
        return new RecordId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
