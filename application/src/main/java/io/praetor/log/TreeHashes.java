package io.praetor.log;

/** Gives the hash of any range of leaves that is a subtree of the log's Merkle tree. */
@FunctionalInterface
interface TreeHashes {
    /** The Merkle tree hash of the leaves from {@code start} (included) to {@code end}. */
    Hash range(long start, long end);
}
