package io.praetor.log;

import java.time.Instant;
import java.util.Optional;

/**
 * What the log's Merkle tree came to when it had a multiple of {@link #INTERVAL} records.
 *
 * @param at when it was computed
 * @param root of all records so far
 * @param block root of the last {@link #INTERVAL} of them
 * @param signature the signature line of the checkpoint, where a key is configured
 */
public record TreeHead(long size, Instant at, Hash root, Hash block, Optional<String> signature) {
    /**
     * Records between heads: a power of two, so that a block is a subtree; small enough to read a
     * block for a proof, large enough that heads take a thousandth of the log.
     */
    public static final int INTERVAL = 1024;

    public TreeHead {
        at = Micros.truncated(at);
    }
}
