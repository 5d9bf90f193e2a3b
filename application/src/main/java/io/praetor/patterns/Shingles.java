package io.praetor.patterns;

import java.util.Arrays;

/** The words and pairs of neighbouring words of some texts, as hashes: a set, immutable. */
public final class Shingles {
    public static final Shingles NONE = new Shingles(new long[0]);

    /** Ascending, no two equal. */
    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    /**
     * @param hashes in any order; two may be equal
     */
    public static Shingles of(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return size == 0 ? NONE : new Shingles(Arrays.copyOf(sorted, size));
    }

    public int size() {
        return hashes.length;
    }

    public boolean has(long hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    public long[] toArray() {
        return hashes.clone();
    }

    public long at(int index) {
        return hashes[index];
    }

    /** How many of these are not in {@code known}; counting stops above {@code enough}. */
    public int outside(Shingles known, int enough) {
        int outside = 0;
        for (int i = 0; i < hashes.length && outside <= enough; i++) {
            if (!known.has(hashes[i])) {
                outside++;
            }
        }
        return outside;
    }

    /** The share that two sets have in common (Jaccard), in [0, 1]; two empty ones are alike. */
    public double likeness(Shingles other) {
        int shared = size() - outside(other, size());
        int all = size() + other.size() - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shingles shingles && Arrays.equals(hashes, shingles.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return hashes.length + " shingles";
    }
}
