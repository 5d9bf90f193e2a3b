package io.praetor.patterns.mining;

import io.praetor.patterns.Bound;
import io.praetor.patterns.Constraint;
import io.praetor.patterns.Frame;
import io.praetor.patterns.MatchingRules;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternContent;
import io.praetor.patterns.Shingles;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mines the confirmations of one frame: separate those whose texts are alike, take the most general
 * region that agrees on the commonest effect, go on with what it left.
 */
final class FrameMining {
    /** The older share that patterns are sought in; they have to hold on the rest. */
    private static final double OLDER = .8;

    /** What a frame's texts of one kind can come to; more would be noise. */
    private static final int REGIONS_MAX = 12;

    private final PolicySet policy;
    private final Frame frame;

    FrameMining(PolicySet policy, Frame frame) {
        this.policy = policy;
        this.frame = frame;
    }

    /**
     * Looks at all of them first, then at the newest half, and so on: what a team has changed its
     * mind about holds only on the newest.
     *
     * @param oldestFirst of this frame
     */
    List<Pattern> mine(List<Confirmation> oldestFirst) {
        Map<String, Pattern> found = new LinkedHashMap<>();
        List<Confirmation> window = oldestFirst;
        while (canHold(window)) {
            mine(window, found);
            window = window.subList(window.size() / 2, window.size());
        }
        return List.copyOf(found.values());
    }

    private void mine(List<Confirmation> oldestFirst, Map<String, Pattern> found) {
        int older = (int) Math.ceil(OLDER * oldestFirst.size());
        List<Pattern> known = List.copyOf(found.values());
        List<Confirmation> open =
                oldestFirst.subList(0, older).stream()
                        .filter(row -> known.stream().noneMatch(it -> answers(it, row)))
                        .toList();
        for (List<Confirmation> cluster : TextClusters.of(open)) {
            List<Confirmation> left = cluster;
            for (int i = 0; i < REGIONS_MAX && canHold(left); i++) {
                Optional<Region> region = next(left);
                if (region.isEmpty()) {
                    break;
                }
                pattern(region.get(), cluster, oldestFirst, older)
                        .ifPresent(each -> found.putIfAbsent(each.id().value(), each));
                left = without(left, region.get().rows());
            }
        }
    }

    private static boolean answers(Pattern pattern, Confirmation row) {
        return row.agreesWith(pattern.effect()) && pattern.matching().matches(row.profile());
    }

    private static boolean canHold(List<Confirmation> rows) {
        return Bound.of(rows.size(), rows.size()) >= Bound.ANSWERS;
    }

    /** The region of the commonest effect that leaves one; of two as common, the stricter. */
    private static Optional<Region> next(List<Confirmation> rows) {
        Map<Effect, Long> counts =
                rows.stream().collect(Collectors.groupingBy(Confirmation::effect, counting()));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<Effect, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey())
                                .reversed())
                .map(each -> Region.of(each.getKey(), rows))
                .filter(region -> canHold(region.rows()))
                .findFirst();
    }

    private static java.util.stream.Collector<Confirmation, ?, Long> counting() {
        return Collectors.counting();
    }

    private static List<Confirmation> without(List<Confirmation> rows, List<Confirmation> covered) {
        java.util.Set<String> gone =
                covered.stream().map(Confirmation::review).collect(Collectors.toSet());
        return rows.stream().filter(row -> !gone.contains(row.review())).toList();
    }

    private Optional<Pattern> pattern(
            Region region, List<Confirmation> cluster, List<Confirmation> all, int older) {
        List<Confirmation> agreeing =
                region.rows().stream().filter(row -> row.agreesWith(region.effect())).toList();
        Shingles words = TextClusters.words(agreeing);
        MatchingRules matching =
                new MatchingRules(
                        policy.header().id(),
                        frame,
                        region.inputs(),
                        words,
                        agreeing.isEmpty() ? 0 : TextClusters.unseenMax(agreeing));
        Agreement before = Agreement.of(matching, region.effect(), all.subList(0, older));
        Agreement after = Agreement.of(matching, region.effect(), all.subList(older, all.size()));
        Agreement both = before.and(after);
        double needed = Pattern.needed(region.effect(), frame.risk());
        boolean holds =
                before.bound() >= needed
                        && both.bound() >= needed
                        && after.share() >= Bound.ANSWERS;
        List<ClauseId> clauses = clauses(both.agreeing());
        return holds && !clauses.isEmpty()
                ? Optional.of(assembled(region, matching, both, clauses, carriers(region, cluster)))
                : Optional.empty();
    }

    private Pattern assembled(
            Region region,
            MatchingRules matching,
            Agreement both,
            List<ClauseId> clauses,
            List<String> carriers) {
        Instant last = both.agreeing().getLast().at();
        Map<ClauseId, String> digests = new HashMap<>();
        clauses.forEach(
                id ->
                        digests.put(
                                id,
                                PatternContent.digest(
                                        Objects.requireNonNull(policy.clauses().get(id)))));
        return new Pattern(
                PatternContent.id(matching, region.effect(), clauses),
                Describing.of(matching, region.effect()),
                matching,
                region.effect(),
                clauses,
                policy.header().version() + " " + policy.header().hash(),
                digests,
                carriers,
                both.evidence(),
                new Pattern.Standing(
                        Pattern.State.CANDIDATE, last, "mining", "mined", Optional.empty()));
    }

    /** Inputs of which another value was decided otherwise by most who looked at it. */
    private static List<String> carriers(Region region, List<Confirmation> cluster) {
        return region.inputs().entrySet().stream()
                .filter(each -> isDecidedOtherwise(region, each, cluster))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isDecidedOtherwise(
            Region region, Map.Entry<String, Constraint> input, List<Confirmation> cluster) {
        int others = 0;
        int against = 0;
        for (Confirmation row : cluster) {
            if (!input.getValue().admits(row.profile().input(input.getKey()))) {
                others++;
                against += row.agreesWith(region.effect()) ? 0 : 1;
            }
        }
        return 2 * against > others;
    }

    /** The citation that most of those who agreed gave, as far as the policy knows it. */
    private List<ClauseId> clauses(List<Confirmation> agreeing) {
        Map<List<ClauseId>, Long> counts =
                agreeing.stream()
                        .map(Confirmation::clauses)
                        .filter(all -> !all.isEmpty() && policy.clauses().keySet().containsAll(all))
                        .collect(
                                Collectors.groupingBy(
                                        all -> all, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<List<ClauseId>, Long>comparingByValue()
                                .thenComparing(
                                        Comparator.comparing(each -> each.getKey().toString())))
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }
}
