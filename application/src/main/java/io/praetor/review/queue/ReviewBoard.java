package io.praetor.review.queue;

import io.praetor.log.DecisionLog;
import io.praetor.log.LogStatistics;
import io.praetor.review.CaseBook;
import io.praetor.review.CaseViews;
import io.praetor.review.Claims;
import io.praetor.review.Draw;
import io.praetor.review.PolicyTexts;
import io.praetor.review.Review;
import io.praetor.review.ReviewDesk;
import io.praetor.review.ReviewId;
import io.praetor.review.ReviewSettings;
import io.praetor.review.ReviewStore;
import io.praetor.review.agreement.Agreement;
import io.praetor.review.statistics.ReviewStatistics;
import io.praetor.review.statistics.SystematicError;
import io.praetor.review.statistics.SystematicErrors;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reviewing as a whole, put together: what every door works on. Thread-safe; one for a log, since
 * claims live in it.
 */
public record ReviewBoard(
        DecisionLog log,
        CaseBook book,
        CaseViews views,
        Claims claims,
        ReviewDesk desk,
        ReviewQueue queue,
        LogStatistics counts,
        ReviewSettings settings) {
    /**
     * What is reviewed.
     *
     * @param counts of the same log
     */
    public record Sources(
            DecisionLog log, LogStatistics counts, ReviewStore store, PolicyTexts policies) {}

    /** Time and ids. */
    public record World(InstantSource clock, Supplier<ReviewId> ids) {}

    /**
     * @param listeners told of each kept review before its submission returns
     */
    public static ReviewBoard of(
            Sources sources,
            ReviewSettings settings,
            World world,
            List<Consumer<Review>> listeners) {
        Draw draw = new Draw(settings);
        CaseBook book = new CaseBook(sources.log(), sources.counts(), sources.store());
        Claims claims = new Claims(world.clock(), settings.claimTime());
        return new ReviewBoard(
                sources.log(),
                book,
                new CaseViews(sources.log(), book, sources.policies(), draw),
                claims,
                new ReviewDesk(
                        book,
                        sources.store(),
                        claims,
                        new ReviewDesk.Stamp(world.clock(), world.ids(), draw),
                        listeners),
                new ReviewQueue(book, claims, settings),
                sources.counts(),
                settings);
    }

    public Agreement agreement() {
        return Agreement.of(book.reviewed(), new Draw(settings));
    }

    public ReviewStatistics statistics() {
        return ReviewStatistics.of(counts.tallies(), book.reviewed(), settings);
    }

    public List<SystematicError> errors() {
        return SystematicErrors.of(book.reviewed());
    }
}
