package io.praetor.patterns.life;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.Pattern.Standing;
import io.praetor.patterns.Pattern.State;
import io.praetor.patterns.PatternContent;
import io.praetor.patterns.PatternId;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.matching.PatternIndex;
import io.praetor.patterns.mining.Agreement;
import io.praetor.patterns.mining.Confirmation;
import io.praetor.patterns.mining.Doubt;
import io.praetor.patterns.mining.Miner;
import io.praetor.patterns.mining.MiningReport;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.PolicySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The patterns of one policy set through their life. What a method changes it returns, so that the
 * caller can keep it before anybody acts on it. Nothing here starts to answer without a named
 * approver. Not thread-safe; the library it gives is.
 */
public final class PatternBook {
    private final ProfileReader reader;
    private final Ageing ageing;
    private final Miner miner;
    private final Map<PatternId, Pattern> patterns =
            new TreeMap<>(java.util.Comparator.comparing(PatternId::value));
    private ConfirmedPatterns library;

    /**
     * @param known as they were kept, of any policy; those of others are left alone
     */
    public PatternBook(ProfileReader reader, Ageing ageing, Collection<Pattern> known) {
        this.reader = reader;
        this.ageing = ageing;
        miner = new Miner(reader.policy());
        known.stream()
                .filter(each -> each.matching().policy().equals(reader.policy().header().id()))
                .forEach(each -> patterns.put(each.id(), each));
        patterns.values()
                .forEach(each -> each.standing().doubted().ifPresent(at -> doubt(each, at)));
        library = new ConfirmedPatterns(reader, patterns.values(), ageing);
    }

    /** What answers now. */
    public ConfirmedPatterns library() {
        return library;
    }

    public PolicySet policy() {
        return reader.policy();
    }

    public ProfileReader reader() {
        return reader;
    }

    /** Every pattern of this policy set, by id. */
    public List<Pattern> all() {
        return List.copyOf(patterns.values());
    }

    /** Takes in what reviewers settled on, to be mined. */
    public void recall(Confirmation settled) {
        miner.add(settled);
    }

    /**
     * Suspends every active pattern that says otherwise than a reviewer.
     *
     * @return the suspended ones
     */
    public List<Pattern> contradict(Confirmation said) {
        List<Pattern> suspended =
                library.covering(said.profile()).stream()
                        .filter(each -> !said.agreesWith(each.effect()))
                        .map(each -> contradicted(each, said))
                        .toList();
        suspended.forEach(each -> doubt(each, said.at()));
        return put(suspended);
    }

    private static Pattern contradicted(Pattern pattern, Confirmation by) {
        return pattern.under(
                new Standing(
                        State.SUSPENDED,
                        by.at(),
                        "review " + by.review(),
                        "a reviewer decided %s".formatted(by.effect().label()),
                        Optional.of(by.at())));
    }

    /** Suspends the active patterns that rest on clauses which this policy version changed. */
    public List<Pattern> checkClauses(Instant at) {
        List<Pattern> suspended = new ArrayList<>();
        for (Pattern each : patterns.values()) {
            Optional<ClauseId> changed =
                    each.clauses().stream().filter(id -> !isUnchanged(each, id)).findFirst();
            if (each.isActive() && changed.isPresent()) {
                suspended.add(
                        each.under(
                                new Standing(
                                        State.SUSPENDED,
                                        at,
                                        "policy " + policy().header().version(),
                                        "clause `%s` changed".formatted(changed.get()),
                                        Optional.of(at))));
            }
        }
        suspended.forEach(each -> doubt(each, at));
        return put(suspended);
    }

    private boolean isUnchanged(Pattern pattern, ClauseId id) {
        Clause clause = policy().clauses().get(id);
        return clause != null && PatternContent.digest(clause).equals(pattern.digests().get(id));
    }

    /**
     * Stops a pattern by hand.
     *
     * @throws IllegalArgumentException where there is no such active pattern
     */
    public Pattern suspend(PatternId id, Instant at, String by, String reason) {
        Pattern pattern = patterns.get(id);
        if (pattern == null || !pattern.isActive()) {
            throw new IllegalArgumentException("`%s` is no active pattern".formatted(id));
        }
        Pattern suspended =
                pattern.under(new Standing(State.SUSPENDED, at, by, reason, Optional.of(at)));
        doubt(suspended, at);
        return put(List.of(suspended)).getFirst();
    }

    /** Adds patterns from elsewhere as candidates; those already known are left as they are. */
    public List<Pattern> adopt(List<Pattern> foreign, Instant at, String by) {
        return put(
                foreign.stream()
                        .filter(each -> !patterns.containsKey(each.id()))
                        .map(
                                each ->
                                        each.under(
                                                new Standing(
                                                        State.CANDIDATE,
                                                        at,
                                                        by,
                                                        "imported",
                                                        Optional.empty())))
                        .toList());
    }

    /**
     * What mining came to.
     *
     * @param changed candidates and patterns with newer evidence
     */
    public record Mined(MiningReport report, List<Pattern> changed) {
        public Mined {
            changed = List.copyOf(changed);
        }
    }

    /**
     * Mines what was confirmed. New patterns are candidates; active ones get their new evidence.
     */
    public Mined mine(Instant at, IntConsumer progress) {
        MiningReport report = miner.mine(progress);
        List<Pattern> changed = new ArrayList<>();
        Set<PatternId> found = new HashSet<>();
        for (Pattern each : report.patterns()) {
            found.add(each.id());
            Pattern known = patterns.get(each.id());
            changed.add(known == null ? each.under(mined(at, Optional.empty())) : again(each, at));
        }
        patterns.values().stream()
                .filter(each -> each.standing().state() == State.CANDIDATE)
                .filter(each -> !found.contains(each.id()))
                .filter(each -> each.standing().by().equals("mining"))
                .forEach(each -> changed.add(retired(each, at, "no longer borne out")));
        patterns.values().stream()
                .filter(each -> each.isActive() && !found.contains(each.id()))
                .forEach(each -> changed.add(recounted(each)));
        return new Mined(report, put(changed));
    }

    private Pattern again(Pattern newer, Instant at) {
        Standing standing = patterns.getOrDefault(newer.id(), newer).standing();
        return newer.under(
                switch (standing.state()) {
                    case ACTIVE, CANDIDATE -> standing;
                    case SUSPENDED, RETIRED -> mined(at, standing.doubted());
                });
    }

    /** With what reviewers said of it since. */
    private Pattern recounted(Pattern active) {
        Agreement agreement = miner.agreement(active);
        return agreement.agreeing().isEmpty() ? active : active.resting(agreement.evidence());
    }

    private static Standing mined(Instant at, Optional<Instant> doubted) {
        return new Standing(State.CANDIDATE, at, "mining", "mined", doubted);
    }

    private static Pattern retired(Pattern pattern, Instant at, String why) {
        return pattern.under(
                new Standing(State.RETIRED, at, "mining", why, pattern.standing().doubted()));
    }

    /**
     * Lets the candidates answer that hold their own bound. An active pattern makes room for them
     * where they answer the same on every confirmation that it rests on.
     *
     * @param approver who answers for it
     */
    public List<Pattern> approve(Instant at, String approver, String reason) {
        List<Pattern> changed = new ArrayList<>();
        for (Pattern each : patterns.values()) {
            if (isApprovable(each, at)) {
                changed.add(
                        each.under(
                                new Standing(
                                        State.ACTIVE,
                                        at,
                                        approver,
                                        reason,
                                        each.standing().doubted())));
            }
        }
        PatternIndex newer = new PatternIndex(changed);
        patterns.values().stream()
                .filter(each -> each.isActive() && isReplaced(each, newer))
                .forEach(each -> changed.add(retired(each, at, "replaced by newer ones")));
        return put(changed);
    }

    private boolean isReplaced(Pattern old, PatternIndex newer) {
        List<Confirmation> covered = miner.agreement(old).agreeing();
        return !covered.isEmpty()
                && covered.stream()
                        .allMatch(
                                row ->
                                        newer.covering(row.profile()).stream()
                                                .anyMatch(it -> it.effect() == old.effect()));
    }

    /** A claim without reviews behind it does not hold, whoever imported it. */
    private boolean isApprovable(Pattern pattern, Instant at) {
        boolean isBorneOut = !pattern.evidence().reviews().isEmpty();
        boolean isCurrent = pattern.clauses().stream().allMatch(id -> isUnchanged(pattern, id));
        return pattern.standing().state() == State.CANDIDATE
                && isBorneOut
                && isCurrent
                && ageing.answers(pattern, at);
    }

    private void doubt(Pattern pattern, Instant at) {
        miner.doubt(new Doubt(pattern.matching(), pattern.effect(), at));
    }

    private List<Pattern> put(List<Pattern> changed) {
        Map<PatternId, Pattern> before = new HashMap<>(patterns);
        List<Pattern> really =
                changed.stream().filter(each -> !each.equals(before.get(each.id()))).toList();
        really.forEach(each -> patterns.put(each.id(), each));
        if (!really.isEmpty()) {
            library = new ConfirmedPatterns(reader, patterns.values(), ageing);
        }
        return really;
    }
}
