package io.praetor.review;

import io.praetor.log.RecordId;
import java.util.List;

/**
 * Keeps reviews in the order they came. Any number of readers and writers; where the world fails,
 * each method throws {@link io.praetor.log.LogUnavailableException}.
 */
public interface ReviewStore {
    /** Adds a review; on return it survives the end of the process. An id is taken once. */
    void append(Review review);

    /** Every review of a record, oldest first. */
    List<Review> of(RecordId record);

    /**
     * At most {@code max} reviews that came after the first {@code skipped}, oldest first: how a
     * consumer that keeps count goes on where it stood.
     */
    List<Review> after(long skipped, int max);
}
