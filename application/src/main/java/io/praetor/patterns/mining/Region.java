package io.praetor.patterns.mining;

import io.praetor.patterns.Bound;
import io.praetor.patterns.Constraint;
import io.praetor.patterns.mining.Table.Column;
import io.praetor.patterns.mining.Table.Counts;
import io.praetor.policy.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The most general conjunction in which confirmations agree on one effect.
 *
 * <p>Starts from everything and takes values away: first those whose own confirmations speak
 * against the effect, the clearest first, then those with too few of their own.
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

    /** A value that is to be taken away. */
    private record Worst(Column column, int value) {}

    static Region of(Effect effect, List<Confirmation> rows) {
        Table table = new Table(effect, rows);
        Map<String, Set<String>> excepted = new HashMap<>();
        int[] left = withoutUnproven(table, withoutOtherCases(table, excepted));
        Map<String, Constraint> inputs = new TreeMap<>();
        if (left.length > 0) {
            for (Column column : table.columns()) {
                Counts counts = table.counts(left, column);
                inputs.put(
                        column.name(),
                        column.isOpen()
                                ? open(counts, excepted.getOrDefault(column.name(), Set.of()))
                                : new Constraint.OneOf(values(counts)));
            }
        }
        return new Region(effect, table.rows(left), inputs);
    }

    /**
     * Takes values away until none is left that speaks against the effect, the clearest first: what
     * a signal explains is not laid at the door of whoever sent it.
     *
     * @param excepted takes in the actors and resources among them
     */
    private static int[] withoutOtherCases(Table table, Map<String, Set<String>> excepted) {
        int[] left = table.everything();
        Optional<Worst> worst = worst(table, left);
        while (worst.isPresent()) {
            Column column = worst.get().column();
            boolean[] away = new boolean[column.values().size()];
            away[worst.get().value()] = true;
            if (column.isOpen()) {
                excepted.computeIfAbsent(column.name(), _ -> new HashSet<>())
                        .add(column.values().get(worst.get().value()));
            }
            left = table.without(left, column, away);
            worst = worst(table, left);
        }
        return left;
    }

    private static Optional<Worst> worst(Table table, int[] rows) {
        Optional<Worst> worst = Optional.empty();
        double clearest = 0;
        for (Column column : table.columns()) {
            Counts counts = table.counts(rows, column);
            for (int value = 0; value < counts.size(); value++) {
                if (!isOtherCase(counts, value)) {
                    continue;
                }
                int total = counts.total()[value];
                double clarity = Bound.of(total - counts.agreeing()[value], total);
                if (clarity > clearest) {
                    worst = Optional.of(new Worst(column, value));
                    clearest = clarity;
                }
            }
        }
        return worst;
    }

    private static boolean isOtherCase(Counts counts, int value) {
        return counts.column().isOpen()
                ? counts.isAgainst(value) && counts.total()[value] >= DISSENTERS
                : counts.isThere(value) && counts.dissent(value) > DISSENT_MAX;
    }

    private static int[] withoutUnproven(Table table, int[] rows) {
        int[] left = rows;
        int before = -1;
        while (before != left.length) {
            before = left.length;
            for (Column column : table.columns()) {
                Counts counts = table.counts(left, column);
                if (!column.isOpen() || !isImmaterial(counts)) {
                    left = table.without(left, column, unproven(counts));
                }
            }
        }
        return left;
    }

    private static boolean[] unproven(Counts counts) {
        boolean[] unproven = new boolean[counts.size()];
        for (int value = 0; value < unproven.length; value++) {
            double bound = Bound.of(counts.agreeing()[value], counts.total()[value]);
            unproven[value] = counts.isThere(value) && bound <= VALUE_BOUND;
        }
        return unproven;
    }

    private static boolean isImmaterial(Counts counts) {
        int commonest = commonest(counts);
        int agreeing = sum(counts.agreeing()) - counts.agreeing()[commonest];
        int total = sum(counts.total()) - counts.total()[commonest];
        return seen(counts) >= SEEN_MIN && Bound.of(agreeing, total) >= Bound.ANSWERS;
    }

    private static int commonest(Counts counts) {
        int commonest = 0;
        for (int value = 1; value < counts.size(); value++) {
            commonest = counts.total()[value] > counts.total()[commonest] ? value : commonest;
        }
        return commonest;
    }

    private static int seen(Counts counts) {
        int seen = 0;
        for (int agreeing : counts.agreeing()) {
            seen += agreeing > 0 ? 1 : 0;
        }
        return seen;
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static Constraint open(Counts counts, Set<String> frequentDissenters) {
        if (!isImmaterial(counts)) {
            return new Constraint.OneOf(values(counts));
        }
        Set<String> except = new HashSet<>(frequentDissenters);
        for (int value = 0; value < counts.size(); value++) {
            if (counts.isThere(value) && counts.isAgainst(value)) {
                except.add(counts.column().values().get(value));
            }
        }
        int beside = sum(counts.agreeing()) - counts.agreeing()[commonest(counts)];
        return new Constraint.Immaterial(except, seen(counts), beside);
    }

    private static Set<String> values(Counts counts) {
        Set<String> values = new HashSet<>();
        for (int value = 0; value < counts.size(); value++) {
            if (counts.isThere(value)) {
                values.add(counts.column().values().get(value));
            }
        }
        return values;
    }
}
