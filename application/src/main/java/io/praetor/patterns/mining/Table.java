package io.praetor.patterns.mining;

import io.praetor.patterns.Profile;
import io.praetor.policy.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Confirmations as columns of numbers, so that counting them again and again is cheap. */
final class Table {
    private final List<Confirmation> rows;
    private final boolean[] agrees;
    private final List<Column> columns = new ArrayList<>();

    /**
     * One input; never compared with another.
     *
     * @param values in their order; a row's number is the place of its value
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Column(String name, List<String> values, int[] numbers) {
        boolean isOpen() {
            return Profile.isOpen(name);
        }
    }

    /**
     * How often each value of a column agreed, and how often it was there; never compared with
     * another.
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Counts(Column column, int[] agreeing, int[] total) {
        int size() {
            return total.length;
        }

        boolean isThere(int value) {
            return total[value] > 0;
        }

        double dissent(int value) {
            return 1 - (double) agreeing[value] / total[value];
        }

        boolean isAgainst(int value) {
            return 2 * agreeing[value] < total[value];
        }
    }

    Table(Effect effect, List<Confirmation> rows) {
        this.rows = rows;
        agrees = new boolean[rows.size()];
        SortedSet<String> names = new TreeSet<>();
        for (int i = 0; i < agrees.length; i++) {
            agrees[i] = rows.get(i).agreesWith(effect);
            names.addAll(rows.get(i).profile().inputs().keySet());
        }
        names.forEach(name -> columns.add(column(name)));
    }

    private Column column(String name) {
        SortedSet<String> values = new TreeSet<>();
        rows.forEach(row -> values.add(row.profile().input(name)));
        List<String> ordered = List.copyOf(values);
        Map<String, Integer> places = new HashMap<>();
        ordered.forEach(value -> places.put(value, places.size()));
        int[] numbers =
                rows.stream().mapToInt(row -> places.get(row.profile().input(name))).toArray();
        return new Column(name, ordered, numbers);
    }

    /** By name. */
    List<Column> columns() {
        return columns;
    }

    int[] everything() {
        int[] all = new int[rows.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return all;
    }

    List<Confirmation> rows(int[] some) {
        List<Confirmation> chosen = new ArrayList<>(some.length);
        for (int row : some) {
            chosen.add(rows.get(row));
        }
        return chosen;
    }

    Counts counts(int[] some, Column column) {
        int[] agreeing = new int[column.values().size()];
        int[] total = new int[agreeing.length];
        for (int row : some) {
            int value = column.numbers()[row];
            total[value]++;
            agreeing[value] += agrees[row] ? 1 : 0;
        }
        return new Counts(column, agreeing, total);
    }

    /** The rows of some whose value in a column is not among those taken away. */
    int[] without(int[] some, Column column, boolean[] away) {
        int[] left = new int[some.length];
        int size = 0;
        for (int row : some) {
            if (!away[column.numbers()[row]]) {
                left[size++] = row;
            }
        }
        return size == some.length ? some : Arrays.copyOf(left, size);
    }
}
