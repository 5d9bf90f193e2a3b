package io.praetor.governance.recording;

import io.praetor.governance.EpisodeView;
import io.praetor.governance.VersionStore;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordCodec;
import io.praetor.policy.PolicySet;
import io.praetor.review.Review;
import io.praetor.review.ReviewStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The reviews of decisions that were episodes, taken to those episodes as outcomes: each review is
 * read once, the first one of an episode counts. Who begins anew reads all of them again and
 * changes nothing. Thread-safe.
 */
public final class ReviewOutcomes {
    private static final int PAGE = 500;

    private final Sources sources;
    private final VersionStore store;
    private final ReviewReport reports;
    private long read;

    /**
     * What is read.
     *
     * @param policies policy sets that decided, by their hash
     */
    public record Sources(
            ReviewStore reviews, DecisionLog log, Function<String, Optional<PolicySet>> policies) {}

    public ReviewOutcomes(Sources sources, VersionStore store) {
        this.sources = sources;
        this.store = store;
        reports = new ReviewReport(sources.policies());
    }

    /** The id of the episode that a version's decision is. */
    public static String episodeId(String decision, String version) {
        return decision + "." + version;
    }

    /**
     * Takes in every review that came. Where store or log cannot be reached it throws what they
     * throw, and goes on from the same review the next time.
     *
     * @return how many outcomes came of them
     */
    public synchronized int follow() {
        int kept = 0;
        List<Review> page = sources.reviews().after(read, PAGE);
        while (!page.isEmpty()) {
            for (Review review : page) {
                kept += take(review);
                read++;
            }
            page = sources.reviews().after(read, PAGE);
        }
        return kept;
    }

    private int take(Review review) {
        return sources.log()
                        .find(review.record())
                        .map(found -> RecordCodec.decode(found.record()))
                        .filter(entry -> entry instanceof DecisionRecord)
                        .map(DecisionRecord.class::cast)
                        .filter(record -> keep(record, review))
                        .isPresent()
                ? 1
                : 0;
    }

    private boolean keep(DecisionRecord record, Review review) {
        return store.episode(episodeId(record.id().value(), record.version()))
                .filter(view -> view.outcome().isEmpty())
                .map(EpisodeView::episode)
                .flatMap(episode -> reports.of(episode, record, review))
                .filter(
                        report ->
                                new EpisodeDesk(store, review::at).keep(report)
                                        == VersionStore.Kept.KEPT)
                .isPresent();
    }
}
