package io.praetor.log;

import io.praetor.log.Proof.Consistency;
import io.praetor.log.Proof.Disclosure;
import io.praetor.log.Proof.Inclusion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Merkle tree of a log as it stands: its head, and proofs from it. Reads tree heads and single
 * blocks, never the whole log. Not thread-safe.
 */
public final class LogTree {
    private final DecisionLog log;
    private final Outline outline;
    private final long size;

    /** The leaves of the block read last. */
    private List<Hash> leaves = List.of();

    private long leavesFrom = -1;

    private LogTree(DecisionLog log, Outline outline, long size) {
        this.log = log;
        this.outline = outline;
        this.size = size;
    }

    /** The tree over the records that are there now. */
    public static LogTree of(DecisionLog log) {
        Outline outline = log.outline();
        long size = (long) outline.heads().size() * TreeHead.INTERVAL;
        List<ChainedRecord> tail = log.page(size, TreeHead.INTERVAL);
        return new LogTree(log, outline, size + tail.size());
    }

    public long size() {
        return size;
    }

    public Checkpoint head() {
        return headAt(size);
    }

    /** The head the log had when it had {@code size} records. */
    public Checkpoint headAt(long size) {
        checkSize(size);
        Hash root = size == 0 ? Merkle.EMPTY : range(0, size);
        return new Checkpoint(outline.origin(), size, root);
    }

    /** Proves that a record is in the log as it is now. */
    public Inclusion include(ChainedRecord record, Set<Part> disclosed) {
        return include(record, disclosed, new SignedNote(head().text(), List.of()));
    }

    /**
     * Proves that a record was in the log when {@code head} was exported.
     *
     * @param disclosed the personal parts to show; those that are not there are left out
     * @throws IllegalArgumentException where the head is older than the record, or newer than the
     *     log
     */
    public Inclusion include(ChainedRecord record, Set<Part> disclosed, SignedNote head) {
        long covered = Checkpoint.ofText(head.text()).size();
        checkSize(covered);
        if (record.sequence() >= covered) {
            throw new IllegalArgumentException(
                    "the head covers %d records; the decision is record %d, which came later"
                            .formatted(covered, record.sequence()));
        }
        long sequence = record.sequence();
        Hash previous =
                sequence == 0
                        ? ChainedRecord.genesis(outline.origin())
                        : recordAt(sequence - 1).hash();
        Map<Part, Disclosure> shown = new EnumMap<>(Part.class);
        record.record()
                .body()
                .personal()
                .ifPresent(
                        personal ->
                                personal.texts().keySet().stream()
                                        .filter(disclosed::contains)
                                        .forEach(
                                                part ->
                                                        shown.put(
                                                                part,
                                                                Disclosure.of(personal, part))));
        EncodedRecord bare =
                new EncodedRecord(
                        record.record().id(),
                        record.record().at(),
                        record.record().kind(),
                        record.record().version(),
                        new RecordBody(record.record().body().open(), Optional.empty()));
        return new Inclusion(
                new ChainedRecord(sequence, bare, record.hash()),
                previous,
                head,
                MerkleProof.inclusion(sequence, covered, this::range),
                shown);
    }

    /**
     * Proves that the log as it was is the beginning of the log as it is.
     *
     * @param older a checkpoint as it was exported
     * @throws IllegalArgumentException where the log has fewer records than it had
     */
    public Consistency extend(SignedNote older) {
        long olderSize = Checkpoint.ofText(older.text()).size();
        checkSize(olderSize);
        return new Consistency(
                older,
                new SignedNote(head().text(), List.of()),
                MerkleProof.consistency(olderSize, size, this::range));
    }

    private void checkSize(long asked) {
        if (asked < 0 || asked > size) {
            throw new IllegalArgumentException(
                    "the log has %d records, not %d".formatted(size, asked));
        }
    }

    /** A subtree's hash: from the stored blocks where it covers whole ones. */
    private Hash range(long start, long end) {
        boolean isBlock = start % TreeHead.INTERVAL == 0 && end - start == TreeHead.INTERVAL;
        if (isBlock) {
            return outline.heads().get((int) (start / TreeHead.INTERVAL)).block();
        }
        if (end - start > TreeHead.INTERVAL) {
            long middle = start + Merkle.leftOf(end - start);
            return Merkle.node(range(start, middle), range(middle, end));
        }
        Frontier subtree = new Frontier();
        for (long index = start; index < end; index++) {
            subtree.add(leaf(index));
        }
        return subtree.root();
    }

    private Hash leaf(long index) {
        long from = index - index % TreeHead.INTERVAL;
        if (from != leavesFrom) {
            leaves = log.page(from, TreeHead.INTERVAL).stream().map(ChainedRecord::leaf).toList();
            leavesFrom = from;
        }
        int place = (int) (index - from);
        if (place >= leaves.size()) {
            throw missing(index);
        }
        return leaves.get(place);
    }

    private ChainedRecord recordAt(long sequence) {
        return log.page(sequence, 1).stream()
                .filter(record -> record.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> missing(sequence));
    }

    private static LogUnavailableException missing(long sequence) {
        return new LogUnavailableException(
                "log is damaged at record %d: it is missing; run `praetor log verify`"
                        .formatted(sequence));
    }
}
