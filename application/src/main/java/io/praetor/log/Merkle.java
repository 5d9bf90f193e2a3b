package io.praetor.log;

/** Hashes of the Merkle tree of RFC 9162 (section 2.1.1; RFC 6962 has the same). */
public final class Merkle {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The root of a tree without leaves. */
    public static final Hash EMPTY = Hash.over();

    private Merkle() {}

    public static Hash leaf(byte[] entry) {
        return Hash.over(LEAF, entry);
    }

    public static Hash node(Hash left, Hash right) {
        return Hash.over(NODE, left.toBytes(), right.toBytes());
    }

    /** The largest power of two below {@code leaves}: how many of them the left subtree takes. */
    static long leftOf(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
