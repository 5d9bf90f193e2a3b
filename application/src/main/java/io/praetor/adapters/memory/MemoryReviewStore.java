package io.praetor.adapters.memory;

import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.RecordId;
import io.praetor.review.Review;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reviews in memory, of the records of one log: gone with the process. Thread-safe. */
public final class MemoryReviewStore implements ReviewStore {
    /** How many reviews are kept: some hundred megabytes when full; then it refuses more. */
    static final int REVIEWS_MAX = 200_000;

    private final DecisionLog log;
    private final List<Review> reviews = new ArrayList<>();
    private final Set<ReviewId> ids = new HashSet<>();

    public MemoryReviewStore(DecisionLog log) {
        this.log = log;
    }

    @Override
    public synchronized void append(Review review) {
        Optional<ChainedRecord> record = log.find(review.record());
        if (record.filter(found -> found.hash().equals(review.recordHash())).isEmpty()) {
            throw new LogUnavailableException("a review names a record of this log and its hash");
        }
        if (ids.contains(review.id())) {
            throw new LogUnavailableException(
                    "review `%s` is already there".formatted(review.id()));
        }
        if (reviews.size() == REVIEWS_MAX) {
            throw new LogUnavailableException(
                    "reviews in memory are full at %d".formatted(REVIEWS_MAX));
        }
        ids.add(review.id());
        reviews.add(review);
    }

    @Override
    public synchronized List<Review> of(RecordId record) {
        return reviews.stream().filter(review -> review.record().equals(record)).toList();
    }

    @Override
    public synchronized List<Review> after(long skipped, int max) {
        int start = (int) Math.min(Math.max(skipped, 0), reviews.size());
        return List.copyOf(reviews.subList(start, Math.min(reviews.size(), start + max)));
    }
}
