package io.praetor.patterns.mining;

import io.praetor.patterns.Bound;
import io.praetor.patterns.Constraint;
import io.praetor.patterns.Profile;
import io.praetor.policy.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The most general conjunction in which confirmations agree on one effect.
 *
 * <p>Starts from everything and takes values away: first those whose own confirmations speak
 * against the effect, the worst first, then those with too few of their own.
 *
 * @param rows what is left: nothing but admitted values
 */
record Region(Effect effect, List<Confirmation> rows, Map<String, Constraint> inputs) {
    /** A value with more contradiction than this is another case, not a slip of a reviewer. */
    private static final double DISSENT_MAX = .25;

    /** A value is admitted once it is rather right than not: three confirmations, no error. */
    private static final double VALUE_BOUND = .5;

    /** So many contradictions of an actor or a resource are no slip. */
    private static final int DISSENTERS = 3;

    /** Fewer different values than these say nothing about the next one. */
    private static final int SEEN_MIN = 3;

    /** How often a value agreed, and how often it was there. */
    private record Count(int agreeing, int total) {
        static final Count ZERO = new Count(0, 0);

        Count plus(boolean agrees) {
            return new Count(agreeing + (agrees ? 1 : 0), total + 1);
        }

        double dissent() {
            return 1 - (double) agreeing / total;
        }

        boolean isAgainst() {
            return 2 * agreeing < total;
        }
    }

    static Region of(Effect effect, List<Confirmation> rows) {
        SortedSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(row.profile().inputs().keySet()));
        Map<String, Set<String>> excepted = new HashMap<>();
        List<Confirmation> left = withoutDissenters(effect, rows, names, excepted);
        left = withoutOtherCases(effect, left, names);
        left = withoutUnproven(effect, left, names);
        Map<String, Constraint> inputs = new TreeMap<>();
        for (String name : names) {
            Map<String, Count> counts = counts(effect, left, name);
            if (counts.isEmpty()) {
                break;
            }
            inputs.put(
                    name,
                    Profile.isOpen(name)
                            ? open(counts, excepted.getOrDefault(name, Set.of()))
                            : new Constraint.OneOf(counts.keySet()));
        }
        return new Region(effect, left, inputs);
    }

    /** Takes actors and resources out that are decided otherwise as a rule. */
    private static List<Confirmation> withoutDissenters(
            Effect effect,
            List<Confirmation> rows,
            SortedSet<String> names,
            Map<String, Set<String>> excepted) {
        List<Confirmation> left = rows;
        for (String name : names) {
            if (Profile.isOpen(name)) {
                Set<String> frequent = new HashSet<>();
                Map<String, Count> counts = counts(effect, left, name);
                counts.forEach(
                        (value, count) -> {
                            if (count.isAgainst() && count.total() >= DISSENTERS) {
                                frequent.add(value);
                            }
                        });
                excepted.put(name, frequent);
                left = without(left, name, frequent);
            }
        }
        return left;
    }

    private static List<Confirmation> withoutOtherCases(
            Effect effect, List<Confirmation> rows, SortedSet<String> names) {
        List<Confirmation> left = rows;
        Optional<Map.Entry<String, String>> worst = worst(effect, left, names);
        while (worst.isPresent()) {
            left = without(left, worst.get().getKey(), Set.of(worst.get().getValue()));
            worst = worst(effect, left, names);
        }
        return left;
    }

    private static Optional<Map.Entry<String, String>> worst(
            Effect effect, List<Confirmation> rows, SortedSet<String> names) {
        Optional<Map.Entry<String, String>> worst = Optional.empty();
        double dissent = DISSENT_MAX;
        int size = 0;
        for (String name : names) {
            if (Profile.isOpen(name)) {
                continue;
            }
            for (Map.Entry<String, Count> each : counts(effect, rows, name).entrySet()) {
                Count count = each.getValue();
                boolean isWorse =
                        count.dissent() > dissent
                                || (count.dissent() == dissent && count.total() > size);
                if (isWorse && count.dissent() > DISSENT_MAX) {
                    worst = Optional.of(Map.entry(name, each.getKey()));
                    dissent = count.dissent();
                    size = count.total();
                }
            }
        }
        return worst;
    }

    private static List<Confirmation> withoutUnproven(
            Effect effect, List<Confirmation> rows, SortedSet<String> names) {
        List<Confirmation> left = rows;
        int before = -1;
        while (before != left.size()) {
            before = left.size();
            for (String name : names) {
                Map<String, Count> counts = counts(effect, left, name);
                if (!Profile.isOpen(name) || !isImmaterial(counts)) {
                    left = without(left, name, unproven(counts));
                }
            }
        }
        return left;
    }

    private static Set<String> unproven(Map<String, Count> counts) {
        Set<String> unproven = new HashSet<>();
        counts.forEach(
                (value, count) -> {
                    if (Bound.of(count.agreeing(), count.total()) <= VALUE_BOUND) {
                        unproven.add(value);
                    }
                });
        return unproven;
    }

    private static boolean isImmaterial(Map<String, Count> counts) {
        long seen = counts.values().stream().filter(count -> count.agreeing() > 0).count();
        Count beside = besideCommonest(counts);
        return seen >= SEEN_MIN && Bound.of(beside.agreeing(), beside.total()) >= Bound.ANSWERS;
    }

    private static Count besideCommonest(Map<String, Count> counts) {
        int agreeing = 0;
        int total = 0;
        Count commonest = Count.ZERO;
        for (Count count : counts.values()) {
            agreeing += count.agreeing();
            total += count.total();
            commonest = count.total() > commonest.total() ? count : commonest;
        }
        return new Count(agreeing - commonest.agreeing(), total - commonest.total());
    }

    private static Constraint open(Map<String, Count> counts, Set<String> frequentDissenters) {
        if (!isImmaterial(counts)) {
            return new Constraint.OneOf(counts.keySet());
        }
        Set<String> except = new HashSet<>(frequentDissenters);
        counts.forEach(
                (value, count) -> {
                    if (count.isAgainst()) {
                        except.add(value);
                    }
                });
        int seen = (int) counts.values().stream().filter(it -> it.agreeing() > 0).count();
        return new Constraint.Immaterial(except, seen, besideCommonest(counts).agreeing());
    }

    private static Map<String, Count> counts(Effect effect, List<Confirmation> rows, String name) {
        Map<String, Count> counts = new TreeMap<>();
        for (Confirmation row : rows) {
            counts.merge(
                    row.profile().input(name),
                    Count.ZERO.plus(row.agreesWith(effect)),
                    (one, other) ->
                            new Count(
                                    one.agreeing() + other.agreeing(),
                                    one.total() + other.total()));
        }
        return counts;
    }

    private static List<Confirmation> without(
            List<Confirmation> rows, String name, Set<String> values) {
        return values.isEmpty()
                ? rows
                : rows.stream().filter(row -> !values.contains(row.profile().input(name))).toList();
    }
}
