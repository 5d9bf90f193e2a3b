package io.praetor.rollout.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often a version said one label where the reference said another; two of them merge.
 *
 * <p>Agreement alone is won by always giving the majority answer; kappa is not.
 *
 * @param labels the classes, in the order of rows and columns
 * @param rows by reference label, the counts by the version's label
 */
public record ConfusionMatrix(List<String> labels, List<List<Long>> rows) {
    public ConfusionMatrix {
        labels = List.copyOf(labels);
        rows = rows.stream().map(List::copyOf).toList();
        int size = labels.size();
        if (rows.size() != size || rows.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("a confusion matrix is square over its labels");
        }
    }

    public static ConfusionMatrix empty(List<String> labels) {
        List<Long> row = Collections.nCopies(labels.size(), 0L);
        return new ConfusionMatrix(labels, Collections.nCopies(labels.size(), row));
    }

    public ConfusionMatrix plus(String reference, String said) {
        return plus(indexOf(reference), indexOf(said), 1);
    }

    public ConfusionMatrix merge(ConfusionMatrix other) {
        if (!labels.equals(other.labels)) {
            throw new IllegalArgumentException("matrices over different labels do not merge");
        }
        ConfusionMatrix sum = this;
        for (int row = 0; row < labels.size(); row++) {
            for (int column = 0; column < labels.size(); column++) {
                sum = sum.plus(row, column, other.rows.get(row).get(column));
            }
        }
        return sum;
    }

    public Proportion agreement() {
        long hits = 0;
        for (int index = 0; index < labels.size(); index++) {
            hits += rows.get(index).get(index);
        }
        return new Proportion(hits, total());
    }

    /** Of what the reference called {@code label}, the share that the version called so too. */
    public Proportion recall(String label) {
        List<Long> row = rows.get(indexOf(label));
        return new Proportion(row.get(indexOf(label)), sum(row));
    }

    /** Of all that the version said, the share that was {@code label}. */
    public Proportion said(String label) {
        int column = indexOf(label);
        return new Proportion(rows.stream().mapToLong(row -> row.get(column)).sum(), total());
    }

    /**
     * Cohen's kappa; empty where chance alone would agree always, or nothing was counted.
     *
     * <p>Source: J. Cohen, Educational and Psychological Measurement 20 (1960).
     */
    public OptionalDouble kappa() {
        double total = total();
        double chance = 0;
        for (int index = 0; index < labels.size(); index++) {
            chance += sum(rows.get(index)) / total * said(labels.get(index)).rate();
        }
        return total == 0 || chance >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((agreement().rate() - chance) / (1 - chance));
    }

    private ConfusionMatrix plus(int row, int column, long count) {
        List<List<Long>> changed = new ArrayList<>(rows);
        List<Long> counts = new ArrayList<>(rows.get(row));
        counts.set(column, counts.get(column) + count);
        changed.set(row, counts);
        return new ConfusionMatrix(labels, changed);
    }

    private long total() {
        return rows.stream().mapToLong(ConfusionMatrix::sum).sum();
    }

    private int indexOf(String label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "unknown label `%s`; known: %s".formatted(label, labels));
        }
        return index;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
