package io.praetor.app;

import io.praetor.adapters.sqlite.SqliteReviewStore;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.recording.ReviewOutcomes;
import io.praetor.governance.watching.JobReport;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogUnavailableException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The way of evidence to the families: what versions decided, what reviewers said of it, what the
 * watch makes of both. Closing it ends the way; the families stay open. Thread-safe.
 */
final class VersionEvidence implements AutoCloseable {
    private final Governance governance;
    private final EpisodeQueue episodes;
    private final SqliteReviewStore reviews;
    private final ReviewOutcomes outcomes;
    private final AtomicReference<JobReport> untold = new AtomicReference<>(JobReport.NOTHING);

    private VersionEvidence(
            Governance governance, SqliteReviewStore reviews, ReviewOutcomes outcomes) {
        this.governance = governance;
        this.reviews = reviews;
        this.outcomes = outcomes;
        episodes = new EpisodeQueue(governance.store());
    }

    /** Over the reviews of a data folder's log, which stays open. */
    static VersionEvidence open(Path data, DecisionLog log, Governance governance) {
        SqliteReviewStore reviews = SqliteReviewStore.read(data.resolve(Wiring.LOG_FILE));
        KeptPolicies policies =
                new KeptPolicies(new PolicyArchive(data.resolve(Wiring.POLICY_FOLDER)));
        return new VersionEvidence(
                governance,
                reviews,
                new ReviewOutcomes(
                        new ReviewOutcomes.Sources(reviews, log, policies::find),
                        governance.store()));
    }

    Governance governance() {
        return governance;
    }

    void offer(RecordedEpisode episode) {
        episodes.offer(episode);
    }

    /** Episodes that were not kept so far. */
    long lost() {
        return episodes.lost();
    }

    /** A version that a review speaks against has stopped before the reviewer hears back. */
    void heard() {
        try {
            watch();
        } catch (StoreUnavailableException _) {
            governance.views().lost();
        } catch (LogUnavailableException _) {
            // the review is kept; the next watch reads it
        }
    }

    /** Takes in what is new, and stops what it tells against. */
    void watch() {
        // A review that was read before its episode is kept would be lost on it.
        if (!governance.views().isEmpty() && episodes.settle()) {
            outcomes.follow();
        }
        JobReport report = governance.watch();
        untold.accumulateAndGet(report, JobReport::plus);
    }

    /** What came of every watch since this was asked last. */
    JobReport untold() {
        return untold.getAndSet(JobReport.NOTHING);
    }

    @Override
    public void close() {
        episodes.close();
        reviews.close();
    }
}
