package io.praetor.review;

import java.util.UUID;

/** The id of a review: a UUIDv7, so that ids sort by time. */
public record ReviewId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
