package io.praetor.rollout.credibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** The last so many numbers of a stream, oldest first. Not thread-safe. */
final class Ring {
    private final double[] values;
    private int next;
    private int size;

    Ring(int capacity) {
        values = new double[capacity];
    }

    /** A ring that holds the given values, of which only the last {@code capacity} stay. */
    static Ring of(int capacity, List<Double> kept) {
        Ring ring = new Ring(capacity);
        kept.forEach(ring::add);
        return ring;
    }

    void add(double value) {
        values[next] = value;
        next = (next + 1) % values.length;
        size = Math.min(size + 1, values.length);
    }

    int size() {
        return size;
    }

    void forEach(DoubleConsumer consumer) {
        int start = Math.floorMod(next - size, values.length);
        for (int index = 0; index < size; index++) {
            consumer.accept(values[(start + index) % values.length]);
        }
    }

    List<Double> values() {
        List<Double> list = new ArrayList<>(size);
        forEach(list::add);
        return List.copyOf(list);
    }
}
