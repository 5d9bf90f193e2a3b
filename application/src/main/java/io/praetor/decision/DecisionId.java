package io.praetor.decision;

import java.util.UUID;

/** The id of a decision: a UUIDv7, so that ids sort by time. */
public record DecisionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
