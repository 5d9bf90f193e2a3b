package io.praetor.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The perfect subtrees a growing Merkle tree is made of, largest first: all that is needed to add a
 * leaf and to know the root. Not thread-safe.
 */
final class Frontier {
    private final List<Hash> peaks;
    private long size;

    Frontier() {
        this(new ArrayList<>(), 0);
    }

    private Frontier(List<Hash> peaks, long size) {
        this.peaks = peaks;
        this.size = size;
    }

    Frontier copy() {
        return new Frontier(new ArrayList<>(peaks), size);
    }

    /** Adds the hash of a leaf, or of a perfect subtree where all leaves here are such. */
    void add(Hash leaf) {
        Hash peak = leaf;
        for (long filled = size; (filled & 1) == 1; filled >>= 1) {
            peak = Merkle.node(peaks.removeLast(), peak);
        }
        peaks.add(peak);
        size++;
    }

    long size() {
        return size;
    }

    Hash root() {
        return rootWith(new Frontier());
    }

    /** The root of the tree that has {@code tail}'s leaves behind these. */
    Hash rootWith(Frontier tail) {
        List<Hash> all = new ArrayList<>(peaks);
        all.addAll(tail.peaks);
        if (all.isEmpty()) {
            return Merkle.EMPTY;
        }
        Hash root = all.removeLast();
        while (!all.isEmpty()) {
            root = Merkle.node(all.removeLast(), root);
        }
        return root;
    }
}
