package io.praetor.app;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.adapters.sqlite.SqliteReviewStore;
import io.praetor.decision.TimeOrderedIds;
import io.praetor.review.Review;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewSettings;
import io.praetor.review.queue.ReviewBoard;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Reviewing over an open log. Closing it leaves the log open. */
public record Reviews(SqliteReviewStore store, ReviewBoard board) implements AutoCloseable {

    /** How reviewing is run, and what a review survives. */
    public record Settings(ReviewSettings reviews, Durability durability) {}

    /**
     * For the process that writes the log.
     *
     * @param listeners told of each kept review
     */
    public static Reviews open(
            Path data, SqliteDecisionLog log, Settings settings, List<Consumer<Review>> listeners) {
        SqliteReviewStore store =
                SqliteReviewStore.open(data.resolve(Wiring.LOG_FILE), settings.durability());
        return of(data, log, settings, store, listeners);
    }

    /** For a process that only looks. */
    public static Reviews read(Path data, SqliteDecisionLog log, Settings settings) {
        SqliteReviewStore store = SqliteReviewStore.read(data.resolve(Wiring.LOG_FILE));
        return of(data, log, settings, store, List.of());
    }

    private static Reviews of(
            Path data,
            SqliteDecisionLog log,
            Settings settings,
            SqliteReviewStore store,
            List<Consumer<Review>> listeners) {
        InstantSource clock = InstantSource.system();
        TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
        PolicyArchive archive = new PolicyArchive(data.resolve(Wiring.POLICY_FOLDER));
        return new Reviews(
                store,
                ReviewBoard.of(
                        new ReviewBoard.Sources(log, log, store, new KeptPolicies(archive)),
                        settings.reviews(),
                        new ReviewBoard.World(clock, () -> new ReviewId(ids.get().value())),
                        listeners));
    }

    @Override
    public void close() {
        store.close();
    }
}
