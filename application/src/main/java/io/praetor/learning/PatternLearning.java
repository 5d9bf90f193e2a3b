package io.praetor.learning;

import io.praetor.log.DecisionLog;
import io.praetor.log.RecordId;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternId;
import io.praetor.patterns.PatternStore;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.life.Ageing;
import io.praetor.patterns.life.ConfirmedPatterns;
import io.praetor.patterns.life.PatternBook;
import io.praetor.policy.PolicySet;
import io.praetor.review.Review;
import io.praetor.review.ReviewStore;
import io.praetor.rules.RuleEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * The patterns of one policy set, kept: reviews stop them as they come in, mining proposes them, and
 * a person lets them answer. What it gives is kept before it is given. Thread-safe.
 */
public final class PatternLearning {
    /** Reviews read at a time. */
    private static final int PAGE = 500;

    private final Sources sources;
    private final RuleEngine rules;
    private final Ageing ageing;
    private final Confirming confirming;
    private PatternBook book;
    private long read;

    /**
     * Where it learns from and where it keeps what it learnt.
     *
     * @param policies earlier versions of the policy set by their hash
     */
    public record Sources(
            ReviewStore reviews,
            DecisionLog log,
            PatternStore store,
            Function<String, Optional<PolicySet>> policies) {}

    private PatternLearning(Sources sources, RuleEngine rules, Ageing ageing) {
        this.sources = sources;
        this.rules = rules;
        this.ageing = ageing;
        ProfileReader reader = new ProfileReader(rules.policy());
        confirming = new Confirming(rules, reader, sources.log(), sources.policies());
        book = new PatternBook(reader, ageing, sources.store().all());
        read = sources.store().reviewsRead();
    }

    /** Opens what was kept, and takes in every review that came since. */
    public static PatternLearning open(
            Sources sources, RuleEngine rules, Ageing ageing, Instant now) {
        PatternLearning learning = new PatternLearning(sources, rules, ageing);
        learning.keep(learning.book.checkClauses(now));
        learning.catchUp();
        return learning;
    }

    /** What answers now. */
    public synchronized ConfirmedPatterns library() {
        return book.library();
    }

    public synchronized List<Pattern> all() {
        return book.all();
    }

    /**
     * Takes in every review that it has not seen, also those by other programs: what one contradicts
     * has stopped answering when this returns.
     *
     * @return whether anything stopped
     */
    public synchronized boolean catchUp() {
        List<Pattern> suspended = new ArrayList<>();
        List<Review> page = sources.reviews().after(read, PAGE);
        long before = read;
        while (!page.isEmpty()) {
            page.forEach(
                    review ->
                            confirming.by(review)
                                    .ifPresent(said -> suspended.addAll(book.contradict(said))));
            read += page.size();
            page = sources.reviews().after(read, PAGE);
        }
        if (read > before) {
            keep(suspended);
        }
        return !suspended.isEmpty();
    }

    /** Takes in what another program changed in the store. */
    public synchronized void reload() {
        book = new PatternBook(new ProfileReader(rules.policy()), ageing, sources.store().all());
        read = Math.min(read, sources.store().reviewsRead());
        catchUp();
    }

    /** Mines every review there is; what is new becomes a candidate. */
    public synchronized PatternBook.Mined mine(Instant at, IntConsumer progress) {
        catchUp();
        book = new PatternBook(new ProfileReader(rules.policy()), ageing, book.all());
        Map<RecordId, List<Review>> byRecord = new LinkedHashMap<>();
        long seen = 0;
        List<Review> page = sources.reviews().after(seen, PAGE);
        while (!page.isEmpty()) {
            page.forEach(
                    each ->
                            byRecord.computeIfAbsent(each.record(), _ -> new ArrayList<>())
                                    .add(each));
            seen += page.size();
            page = sources.reviews().after(seen, PAGE);
        }
        byRecord.values().forEach(each -> confirming.settled(each).ifPresent(book::recall));
        PatternBook.Mined mined = book.mine(at, progress);
        keep(mined.changed());
        return mined;
    }

    /** Lets every candidate answer that holds its own bound. */
    public synchronized List<Pattern> approve(Instant at, String approver, String reason) {
        return keep(book.approve(at, approver, reason));
    }

    /**
     * Stops a pattern by hand.
     *
     * @throws IllegalArgumentException where it is not active
     */
    public synchronized Pattern suspend(PatternId id, Instant at, String by, String reason) {
        return keep(List.of(book.suspend(id, at, by, reason))).getFirst();
    }

    /** Adds patterns from elsewhere as candidates. */
    public synchronized List<Pattern> adopt(List<Pattern> foreign, Instant at, String by) {
        return keep(book.adopt(foreign, at, by));
    }

    private List<Pattern> keep(List<Pattern> changed) {
        if (!changed.isEmpty() || read != sources.store().reviewsRead()) {
            sources.store().keep(changed, read);
        }
        return changed;
    }
}
