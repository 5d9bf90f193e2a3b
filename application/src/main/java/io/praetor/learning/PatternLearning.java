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
import io.praetor.patterns.mining.MiningReport;
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
 * The patterns of some policy sets, kept: reviews stop them as they come in, mining proposes them,
 * and a person lets them answer. What changes is durable before a method returns. Thread-safe.
 */
public final class PatternLearning {
    /** Reviews read at a time. */
    private static final int PAGE = 500;

    private final Sources sources;
    private final Ageing ageing;
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private long read;
    private long stored;

    /**
     * Where it learns from and where it keeps what it learnt.
     *
     * @param policies earlier versions of policy sets by their hash
     */
    public record Sources(
            ReviewStore reviews,
            DecisionLog log,
            PatternStore store,
            Function<String, Optional<PolicySet>> policies) {}

    /** One policy set: how its reviews are read, and its patterns. */
    private record Desk(ProfileReader reader, Confirming confirming, PatternBook book) {
        Desk with(PatternBook other) {
            return new Desk(reader, confirming, other);
        }
    }

    private PatternLearning(Sources sources, Ageing ageing) {
        this.sources = sources;
        this.ageing = ageing;
    }

    /** Opens what was kept, and takes in every review that came since. */
    public static PatternLearning open(
            Sources sources, List<RuleEngine> rules, Ageing ageing, Instant now) {
        PatternLearning learning = new PatternLearning(sources, ageing);
        for (RuleEngine each : rules) {
            ProfileReader reader = new ProfileReader(each.policy());
            learning.desks.put(
                    each.policy().header().id(),
                    new Desk(
                            reader,
                            new Confirming(each, reader, sources.log(), sources.policies()),
                            new PatternBook(reader, ageing, List.of())));
        }
        learning.load();
        List<Pattern> suspended = new ArrayList<>();
        learning.desks.values().forEach(it -> suspended.addAll(it.book().checkClauses(now)));
        learning.keep(suspended);
        learning.catchUp();
        return learning;
    }

    private void load() {
        stored = sources.store().changes();
        List<Pattern> kept = sources.store().all();
        desks.replaceAll((_, desk) -> desk.with(new PatternBook(desk.reader(), ageing, kept)));
        read = sources.store().reviewsRead();
    }

    /** What answers now under a policy set. */
    public synchronized Optional<ConfirmedPatterns> library(PolicySet policy) {
        return Optional.ofNullable(desks.get(policy.header().id()))
                .filter(desk -> desk.reader().policy().equals(policy))
                .map(desk -> desk.book().library());
    }

    /** Every pattern of these policy sets. */
    public synchronized List<Pattern> all() {
        return desks.values().stream().flatMap(desk -> desk.book().all().stream()).toList();
    }

    /**
     * Takes in every review it has not seen and whatever another program changed: what a review
     * contradicts has stopped answering when this returns.
     *
     * @return whether something else answers now
     */
    public synchronized boolean catchUp() {
        boolean isChanged = sources.store().changes() != stored;
        if (isChanged) {
            load();
        }
        List<Pattern> suspended = new ArrayList<>();
        long before = read;
        List<Review> page = sources.reviews().after(read, PAGE);
        while (!page.isEmpty()) {
            page.forEach(review -> suspended.addAll(contradictedBy(review)));
            read += page.size();
            page = sources.reviews().after(read, PAGE);
        }
        if (read > before) {
            keep(suspended);
        }
        return isChanged || !suspended.isEmpty();
    }

    private List<Pattern> contradictedBy(Review review) {
        return desks.values().stream()
                .flatMap(
                        desk ->
                                desk.confirming().by(review).stream()
                                        .flatMap(said -> desk.book().contradict(said).stream()))
                .toList();
    }

    /** How many steps mining takes at most: each review is read and looked at, for each set. */
    public synchronized long steps() {
        return 2 * read * desks.size();
    }

    /**
     * Mines every review there is; what is new becomes a candidate.
     *
     * @param progress hears how many of the {@link #steps} are done
     */
    public synchronized List<MiningReport> mine(Instant at, IntConsumer progress) {
        catchUp();
        Map<RecordId, List<Review>> byRecord = reviewsByRecord();
        List<MiningReport> reports = new ArrayList<>();
        List<Pattern> changed = new ArrayList<>();
        desks.replaceAll(
                (_, desk) -> desk.with(new PatternBook(desk.reader(), ageing, desk.book().all())));
        int done = 0;
        for (Desk desk : desks.values()) {
            for (List<Review> each : byRecord.values()) {
                desk.confirming().settled(each).ifPresent(desk.book()::recall);
                progress.accept(++done);
            }
            int before = done;
            PatternBook.Mined mined =
                    desk.book().mine(at, looked -> progress.accept(before + looked));
            done += byRecord.size();
            reports.add(mined.report());
            changed.addAll(mined.changed());
        }
        keep(changed);
        return reports;
    }

    private Map<RecordId, List<Review>> reviewsByRecord() {
        Map<RecordId, List<Review>> byRecord = new LinkedHashMap<>();
        long seen = 0;
        List<Review> page = sources.reviews().after(seen, PAGE);
        while (!page.isEmpty()) {
            for (Review each : page) {
                byRecord.computeIfAbsent(each.record(), _ -> new ArrayList<>()).add(each);
            }
            seen += page.size();
            page = sources.reviews().after(seen, PAGE);
        }
        return byRecord;
    }

    /** Lets every candidate answer that holds its own bound. */
    public synchronized List<Pattern> approve(Instant at, String approver, String reason) {
        List<Pattern> changed = new ArrayList<>();
        desks.values().forEach(it -> changed.addAll(it.book().approve(at, approver, reason)));
        return keep(changed);
    }

    /**
     * Stops a pattern by hand.
     *
     * @throws IllegalArgumentException where it is not active
     */
    public synchronized Pattern suspend(PatternId id, Instant at, String by, String reason) {
        for (Desk desk : desks.values()) {
            if (desk.book().all().stream().anyMatch(each -> each.id().equals(id))) {
                return keep(List.of(desk.book().suspend(id, at, by, reason))).getFirst();
            }
        }
        throw new IllegalArgumentException("no pattern `%s`".formatted(id));
    }

    /** Adds patterns from elsewhere as candidates; those of other policy sets are left out. */
    public synchronized List<Pattern> adopt(List<Pattern> foreign, Instant at, String by) {
        List<Pattern> adopted = new ArrayList<>();
        desks.forEach(
                (policy, desk) ->
                        adopted.addAll(
                                desk.book()
                                        .adopt(
                                                foreign.stream()
                                                        .filter(it -> isOf(policy, it))
                                                        .toList(),
                                                at,
                                                by)));
        return keep(adopted);
    }

    private static boolean isOf(String policy, Pattern pattern) {
        return pattern.matching().policy().equals(policy);
    }

    private List<Pattern> keep(List<Pattern> changed) {
        if (!changed.isEmpty() || read != sources.store().reviewsRead()) {
            sources.store().keep(changed, read);
            stored = sources.store().changes();
        }
        return changed;
    }
}
