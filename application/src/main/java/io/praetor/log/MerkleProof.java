package io.praetor.log;

import java.util.ArrayList;
import java.util.List;

/** Makes and checks the proofs of RFC 9162, sections 2.1.3 and 2.1.4. */
public final class MerkleProof {
    private MerkleProof() {}

    /** The path from leaf {@code index} to the root of the first {@code size} leaves. */
    static List<Hash> inclusion(long index, long size, TreeHashes tree) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
        }
        List<Hash> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + Merkle.leftOf(end - start);
            if (index < middle) {
                path.addFirst(tree.range(middle, end));
                end = middle;
            } else {
                path.addFirst(tree.range(start, middle));
                start = middle;
            }
        }
        return path;
    }

    /** The hashes that show the first {@code older} leaves to be the start of {@code size}. */
    static List<Hash> consistency(long older, long size, TreeHashes tree) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException(
                    "a tree of %d cannot contain one of %d".formatted(size, older));
        }
        List<Hash> path = new ArrayList<>();
        if (older == 0) {
            return path;
        }
        long start = 0;
        long end = size;
        while (end != older) {
            long middle = start + Merkle.leftOf(end - start);
            if (older <= middle) {
                path.addFirst(tree.range(middle, end));
                end = middle;
            } else {
                path.addFirst(tree.range(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            path.addFirst(tree.range(start, end));
        }
        return path;
    }

    /** Whether {@code path} leads from the leaf to the root (RFC 9162, section 2.1.3.2). */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash step : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Merkle.node(step, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Merkle.node(hash, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether {@code path} shows one tree to be the start of another (section 2.1.4.2). */
    public static boolean extendsTo(TreeSize older, TreeSize newer, List<Hash> path) {
        if (older.size() > newer.size() || older.size() < 0) {
            return false;
        }
        if (older.size() == newer.size()) {
            return path.isEmpty() && older.root().equals(newer.root());
        }
        if (older.size() == 0) {
            return path.isEmpty() && older.root().equals(Merkle.EMPTY);
        }
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(older.size()) == 1) {
            steps.addFirst(older.root());
        }
        return !steps.isEmpty() && follows(older, newer, steps);
    }

    private static boolean follows(TreeSize older, TreeSize newer, List<Hash> steps) {
        long node = older.size() - 1;
        long last = newer.size() - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash first = steps.getFirst();
        Hash second = steps.getFirst();
        for (Hash step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Merkle.node(step, first);
                second = Merkle.node(step, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Merkle.node(second, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(older.root()) && second.equals(newer.root());
    }

    /**
     * A Merkle tree by how many leaves it has and what they come to.
     *
     * @param size number of leaves, at least 0
     */
    public record TreeSize(long size, Hash root) {}
}
