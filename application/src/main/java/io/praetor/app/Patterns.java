package io.praetor.app;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.adapters.sqlite.SqlitePatternStore;
import io.praetor.adapters.sqlite.SqliteReviewStore;
import io.praetor.app.config.Config;
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
import java.util.function.Consumer;

/**
 * The patterns of a data folder, for the policies that act. Where what they rest on is out of reach
 * no pattern answers until a later look finds it again. Closing it closes their file.
 */
public final class Patterns implements PatternShelf, AutoCloseable {
    /** The file of patterns in the data folder. */
    public static final Path FILE = Path.of("patterns.db");

    private final SqliteReviewStore reviews;
    private final SqlitePatternStore store;
    private final PatternLearning.Sources sources;
    private final InstantSource clock;
    private final Ageing ageing;
    private volatile List<RuleEngine> served = List.of();
    private volatile Optional<PatternLearning> learning = Optional.empty();

    private Patterns(
            SqliteReviewStore reviews,
            SqlitePatternStore store,
            PatternLearning.Sources sources,
            InstantSource clock,
            Ageing ageing) {
        this.reviews = reviews;
        this.store = store;
        this.sources = sources;
        this.clock = clock;
        this.ageing = ageing;
    }

    /**
     * Those of the data folder; no pattern answers before policies are served.
     *
     * @param log the folder's log, which stays open
     */
    public static Patterns open(Config config, DecisionLog log, InstantSource clock) {
        Path data = config.data();
        Durability durability = config.log().durability();
        SqliteReviewStore reviews = SqliteReviewStore.read(data.resolve(Wiring.LOG_FILE));
        SqlitePatternStore store = SqlitePatternStore.open(data.resolve(FILE), durability);
        KeptPolicies policies =
                new KeptPolicies(new PolicyArchive(data.resolve(Wiring.POLICY_FOLDER)));
        return new Patterns(
                reviews,
                store,
                new PatternLearning.Sources(reviews, log, store, policies::find),
                clock,
                config.patterns());
    }

    @Override
    public void serve(List<RuleEngine> rules) {
        served = List.copyOf(rules);
        learning = Optional.of(PatternLearning.open(sources, rules, ageing, clock.instant()));
    }

    @Override
    public Optional<ConfirmedPatterns> of(PolicySet policy) {
        return learning.flatMap(it -> it.library(policy))
                .filter(library -> !library.version().equals("none"));
    }

    /**
     * Takes in the reviews that came, and what other programs changed.
     *
     * @param onOutage hears once of each time that the stores get out of reach
     * @return whether something else answers now
     */
    public boolean catchUp(Consumer<RuntimeException> onOutage) {
        boolean wasThere = learning.isPresent();
        try {
            if (!wasThere && !served.isEmpty()) {
                serve(served);
                return true;
            }
            return learning.map(PatternLearning::catchUp).orElse(false);
        } catch (PatternsUnavailableException | LogUnavailableException down) {
            // a contradiction may have gone unheard, so that none of them may answer
            learning = Optional.empty();
            if (wasThere) {
                onOutage.accept(down);
            }
            return wasThere;
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
