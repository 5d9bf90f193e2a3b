package io.praetor.app;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.adapters.sqlite.SqlitePatternStore;
import io.praetor.adapters.sqlite.SqliteReviewStore;
import io.praetor.learning.PatternLearning;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogUnavailableException;
import io.praetor.patterns.PatternsUnavailableException;
import io.praetor.patterns.life.Ageing;
import io.praetor.patterns.life.ConfirmedPatterns;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleEngine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of a data folder, for the policies that act. Where what they rest on is out of reach
 * no pattern answers until policies are served anew. Closing it closes their file.
 */
public final class Patterns implements PatternShelf, AutoCloseable {
    /** The file of patterns in the data folder. */
    public static final Path FILE = Path.of("patterns.db");

    private final SqliteReviewStore reviews;
    private final SqlitePatternStore store;
    private final PatternLearning.Sources sources;
    private final InstantSource clock;
    private volatile Optional<PatternLearning> learning = Optional.empty();

    private Patterns(
            SqliteReviewStore reviews,
            SqlitePatternStore store,
            PatternLearning.Sources sources,
            InstantSource clock) {
        this.reviews = reviews;
        this.store = store;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Those of a data folder; no pattern answers before policies are served.
     *
     * @param log the folder's log, which stays open
     */
    public static Patterns open(
            Path data, DecisionLog log, Durability durability, InstantSource clock) {
        SqliteReviewStore reviews = SqliteReviewStore.read(data.resolve(Wiring.LOG_FILE));
        SqlitePatternStore store = SqlitePatternStore.open(data.resolve(FILE), durability);
        KeptPolicies policies =
                new KeptPolicies(new PolicyArchive(data.resolve(Wiring.POLICY_FOLDER)));
        return new Patterns(
                reviews,
                store,
                new PatternLearning.Sources(reviews, log, store, policies::find),
                clock);
    }

    @Override
    public void serve(List<RuleEngine> rules) {
        learning =
                Optional.of(PatternLearning.open(sources, rules, Ageing.DEFAULT, clock.instant()));
    }

    @Override
    public Optional<ConfirmedPatterns> of(PolicySet policy) {
        return learning.flatMap(it -> it.library(policy))
                .filter(library -> !library.version().equals("none"));
    }

    /**
     * Takes in the reviews that came.
     *
     * @return whether something else answers now
     */
    public boolean catchUp() {
        try {
            return learning.map(PatternLearning::catchUp).orElse(false);
        } catch (PatternsUnavailableException | LogUnavailableException _) {
            // a contradiction may have gone unheard, so that none of them may answer
            learning = Optional.empty();
            return true;
        }
    }

    public SqlitePatternStore store() {
        return store;
    }

    public PatternLearning learning() {
        return learning.orElseThrow(() -> new IllegalStateException("no policy acts yet"));
    }

    @Override
    public void close() {
        store.close();
        reviews.close();
    }
}
