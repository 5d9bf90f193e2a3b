package io.praetor.review;

import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogStatistics;
import io.praetor.log.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log's newest cases and every review, followed as they come: each record and each review is
 * read once. Thread-safe. Where the world fails, each method throws {@link
 * io.praetor.log.LogUnavailableException}.
 */
public final class CaseBook {
    /** How many of the newest records can stand in the queue; some 20 MB of cases. */
    public static final int WINDOW = 20_000;

    private static final int PAGE = 1_000;

    private final DecisionLog log;
    private final LogStatistics statistics;
    private final ReviewStore store;
    private final Deque<Case> newest = new ArrayDeque<>();
    private final Map<RecordId, List<Review>> reviews = new LinkedHashMap<>();
    private final Map<RecordId, Case> reviewed = new HashMap<>();
    private long nextRecord = -1;
    private long reviewsRead;

    /**
     * @param statistics of the same log
     */
    public CaseBook(DecisionLog log, LogStatistics statistics, ReviewStore store) {
        this.log = log;
        this.statistics = statistics;
        this.store = store;
    }

    /** A case with every review of it, oldest first. */
    public record Reviewed(Case of, List<Review> reviews) {
        public Reviewed {
            reviews = List.copyOf(reviews);
        }

        /** The review that counts: the newest. */
        public Review current() {
            return reviews.getLast();
        }

        /** What each reviewer last said, in the order in which they came to the case. */
        public Collection<Review> opinions() {
            Map<ReviewerId, Review> last = new LinkedHashMap<>();
            reviews.forEach(review -> last.put(review.reviewer(), review));
            return last.values();
        }
    }

    /** The newest cases, oldest first. */
    public synchronized List<Case> newest() {
        follow();
        return List.copyOf(newest);
    }

    /** Every case that was reviewed here, in the order of its first review. */
    public synchronized List<Reviewed> reviewed() {
        follow();
        List<Reviewed> all = new ArrayList<>();
        reviews.forEach(
                (id, said) ->
                        Optional.ofNullable(reviewed.get(id))
                                .ifPresent(found -> all.add(new Reviewed(found, said))));
        return all;
    }

    public synchronized List<Review> reviewsOf(RecordId record) {
        follow();
        return List.copyOf(reviews.getOrDefault(record, List.of()));
    }

    /** The case of a record; empty where there is none, or it decides nothing. */
    public Optional<Case> find(RecordId record) {
        return log.find(record).flatMap(CaseReading::of);
    }

    private void follow() {
        followRecords();
        followReviews();
    }

    private void followRecords() {
        if (nextRecord < 0) {
            nextRecord = Math.max(0, statistics.tallies().records() - WINDOW);
        }
        List<ChainedRecord> page = log.page(nextRecord, PAGE);
        while (!page.isEmpty()) {
            page.forEach(record -> CaseReading.of(record).ifPresent(this::add));
            nextRecord = page.getLast().sequence() + 1;
            page = log.page(nextRecord, PAGE);
        }
    }

    private void add(Case found) {
        newest.addLast(found);
        if (newest.size() > WINDOW) {
            newest.removeFirst();
        }
    }

    private void followReviews() {
        List<Review> page = store.after(reviewsRead, PAGE);
        while (!page.isEmpty()) {
            for (Review review : page) {
                reviews.computeIfAbsent(review.record(), _ -> new ArrayList<>()).add(review);
                if (!reviewed.containsKey(review.record())) {
                    find(review.record()).ifPresent(found -> reviewed.put(found.id(), found));
                }
            }
            reviewsRead += page.size();
            page = store.after(reviewsRead, PAGE);
        }
    }
}
