package io.praetor.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The end of the log: what the next record is chained to, and the tree it goes into. Not
 * thread-safe.
 */
final class Chain {
    private final String origin;

    /** The roots of the full blocks. */
    private final Frontier blocks;

    /** The leaves of the block that is being filled. */
    private Frontier block;

    private long next;
    private Hash previous;
    private Hash lastBlock;

    private Chain(String origin, Frontier blocks, Frontier block, Hash previous) {
        this.origin = origin;
        this.blocks = blocks;
        this.block = block;
        this.previous = previous;
        this.lastBlock = Hash.ZERO;
    }

    static Chain empty(String origin) {
        return new Chain(origin, new Frontier(), new Frontier(), ChainedRecord.genesis(origin));
    }

    /**
     * Takes up where a log ends, and verifies the records behind its last head.
     *
     * @throws LogUnavailableException where heads or tail are not what they should be
     */
    static Chain resume(DecisionLog log) {
        Outline outline = log.outline();
        Chain chain = empty(outline.origin());
        outline.heads().forEach(chain::takeUp);
        if (chain.next > 0) {
            chain.previous = lastOf(log, chain.next - 1).hash();
        }
        List<ChainedRecord> tail = log.page(chain.next, TreeHead.INTERVAL);
        while (!tail.isEmpty()) {
            tail.forEach(chain::takeUp);
            tail = log.page(chain.next, TreeHead.INTERVAL);
        }
        return chain;
    }

    Chain copy() {
        Chain copy = new Chain(origin, blocks.copy(), block.copy(), previous);
        copy.next = next;
        copy.lastBlock = lastBlock;
        return copy;
    }

    /** How many records there are, and the sequence of the next. */
    long size() {
        return next;
    }

    Checkpoint checkpoint() {
        return new Checkpoint(origin, next, blocks.rootWith(block));
    }

    /** Gives a record its place. */
    ChainedRecord add(EncodedRecord record, Hash bodyHash) {
        ChainedRecord chained =
                new ChainedRecord(
                        next, record, ChainedRecord.hashOf(next, record, bodyHash, previous));
        grow(chained);
        return chained;
    }

    /** The head that the last record completed, not signed. */
    Optional<TreeHead> completedHead(Instant at) {
        boolean isComplete = next > 0 && block.size() == 0;
        return isComplete
                ? Optional.of(new TreeHead(next, at, blocks.root(), lastBlock, Optional.empty()))
                : Optional.empty();
    }

    private void takeUp(TreeHead head) {
        blocks.add(head.block());
        next += TreeHead.INTERVAL;
        if (head.size() != next || !head.root().equals(blocks.root())) {
            throw damaged(next - 1, "the tree head behind it is not the root of the blocks");
        }
    }

    private void takeUp(ChainedRecord record) {
        if (record.sequence() != next) {
            throw damaged(next, "it is missing");
        }
        if (!record.follows(previous)) {
            throw damaged(next, "its hash does not match");
        }
        grow(record);
    }

    private void grow(ChainedRecord record) {
        block.add(record.leaf());
        previous = record.hash();
        next++;
        if (block.size() == TreeHead.INTERVAL) {
            lastBlock = block.root();
            blocks.add(lastBlock);
            block = new Frontier();
        }
    }

    private static ChainedRecord lastOf(DecisionLog log, long sequence) {
        return log.page(sequence, 1).stream()
                .filter(record -> record.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> damaged(sequence, "it is missing"));
    }

    private static LogUnavailableException damaged(long sequence, String how) {
        return new LogUnavailableException(
                "log is damaged at record %d: %s; run `praetor log verify`"
                        .formatted(sequence, how));
    }
}
