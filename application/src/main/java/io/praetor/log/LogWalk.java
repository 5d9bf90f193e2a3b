package io.praetor.log;

import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.Verification.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** One pass over a log's records in order, collecting what is wrong. */
final class LogWalk {
    /** Enough to see what happened; a log with more is not mended by reading them. */
    private static final int FINDINGS_MAX = 100;

    private final Outline outline;
    private final Map<Long, TreeHead> heads = new TreeMap<>();
    private final Map<Long, Hash> anchors = new TreeMap<>();
    private final Frontier tree = new Frontier();
    private final List<Finding> findings = new ArrayList<>();

    /** Records without their personal parts, which an erasure record has to name. */
    private final Map<RecordId, Long> bare = new LinkedHashMap<>();

    private final Set<RecordId> erased = new HashSet<>();

    /** What the next record may be chained to: the stored hash, and what it should have been. */
    private Optional<Hash> previous;

    private Optional<Hash> previousComputed;
    private long next;

    /** False once a record is missing: no later root can be known. */
    private boolean isTreeWhole = true;

    private boolean isReadable = true;

    LogWalk(Outline outline, List<Checkpoint> checkpoints) {
        this.outline = outline;
        this.previous = Optional.of(ChainedRecord.genesis(outline.origin()));
        this.previousComputed = previous;
        outline.heads().forEach(head -> heads.put(head.size(), head));
        checkpoints.forEach(this::anchor);
    }

    long size() {
        return next;
    }

    void take(List<ChainedRecord> page) {
        page.forEach(this::take);
    }

    void cannotRead(LogUnavailableException failure) {
        isReadable = false;
        find(next, Optional.empty(), "cannot be read: " + failure.getMessage());
    }

    /**
     * Says what is wrong with the log as a whole, now that its end is known.
     *
     * @param counted how many records the statistics say there are
     */
    Verification finished(OptionalLong counted) {
        checkEnd(counted);
        bare.forEach(
                (id, sequence) -> {
                    if (!erased.contains(id)) {
                        find(
                                sequence,
                                Optional.of(id),
                                "its personal parts are gone, and no erasure record names it");
                    }
                });
        findings.sort(Comparator.comparingLong(Finding::sequence));
        return new Verification(
                new Checkpoint(outline.origin(), next, tree.root()), bare.size(), findings);
    }

    private void checkEnd(OptionalLong counted) {
        if (!isReadable) {
            return;
        }
        long covered =
                Math.max(
                        heads.keySet().stream().reduce(0L, Math::max),
                        anchors.keySet().stream().reduce(0L, Math::max));
        if (covered > next) {
            find(next, Optional.empty(), "is missing; a head covers %d records".formatted(covered));
        } else if (counted.isEmpty()) {
            find(next, Optional.empty(), "may be missing; the statistics cannot be read");
        } else if (counted.getAsLong() > next) {
            find(
                    next,
                    Optional.empty(),
                    "is missing; the statistics count %d records".formatted(counted.getAsLong()));
        } else if (isTreeWhole && counted.getAsLong() < next) {
            find(
                    counted.getAsLong(),
                    Optional.empty(),
                    "is not counted; the statistics know %d records"
                            .formatted(counted.getAsLong()));
        }
    }

    private void anchor(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(outline.origin())) {
            find(
                    0,
                    Optional.empty(),
                    "the log is `%s`, the head is of `%s`"
                            .formatted(outline.origin(), checkpoint.origin()));
            return;
        }
        Hash before = anchors.putIfAbsent(checkpoint.size(), checkpoint.root());
        if (before != null && !before.equals(checkpoint.root())) {
            find(
                    0,
                    Optional.empty(),
                    "two heads of %d records contradict each other".formatted(checkpoint.size()));
        }
    }

    private void take(ChainedRecord record) {
        RecordId id = record.record().id();
        if (record.sequence() != next) {
            long gap = record.sequence() - next;
            find(
                    next,
                    Optional.empty(),
                    gap == 1
                            ? "is missing"
                            : "is missing, as are the %d behind it".formatted(gap - 1));
            next = record.sequence();
            previous = Optional.empty();
            previousComputed = Optional.empty();
            isTreeWhole = false;
        }
        checkHash(record, id);
        checkPersonal(record, id);
        if (record.record().kind() == RecordKind.ERASURE) {
            noteErasure(record);
        }
        tree.add(record.leaf());
        next++;
        checkRoots();
    }

    private void checkHash(ChainedRecord record, RecordId id) {
        Hash body = record.record().body().open().hash();
        Optional<Hash> computed = previous.map(hash -> hashBehind(record, body, hash));
        boolean fits =
                computed.isEmpty()
                        || computed.get().equals(record.hash())
                        || previousComputed
                                .map(hash -> hashBehind(record, body, hash))
                                .equals(Optional.of(record.hash()));
        if (!fits) {
            find(record.sequence(), Optional.of(id), "its hash does not match");
        }
        previous = Optional.of(record.hash());
        previousComputed = fits ? previous : computed;
    }

    private static Hash hashBehind(ChainedRecord record, Hash body, Hash before) {
        return ChainedRecord.hashOf(record.sequence(), record.record(), body, before);
    }

    private void checkPersonal(ChainedRecord record, RecordId id) {
        try {
            Map<Part, Hash> hashed = record.record().body().digests();
            Optional<Personal> personal = record.record().body().personal();
            if (personal.isEmpty() && !hashed.isEmpty()) {
                bare.put(id, record.sequence());
            }
            Map<Part, Hash> clear = personal.map(Personal::digests).orElse(hashed);
            for (Part part : Part.values()) {
                boolean fits =
                        Optional.ofNullable(clear.get(part))
                                .equals(Optional.ofNullable(hashed.get(part)));
                if (!fits) {
                    find(
                            record.sequence(),
                            Optional.of(id),
                            "its %s does not match its digest".formatted(part.label()));
                }
            }
        } catch (IllegalArgumentException unreadable) {
            find(record.sequence(), Optional.of(id), "its body is unreadable");
        }
    }

    private void noteErasure(ChainedRecord record) {
        try {
            if (RecordCodec.decode(record.record()) instanceof ErasureRecord erasure) {
                erased.addAll(erasure.records());
            }
        } catch (IllegalArgumentException unreadable) {
            find(record.sequence(), Optional.of(record.record().id()), "its body is unreadable");
        }
    }

    private void checkRoots() {
        if (!isTreeWhole) {
            return;
        }
        TreeHead head = heads.get(next);
        Hash anchor = anchors.get(next);
        if (head == null && anchor == null) {
            return;
        }
        Hash root = tree.root();
        if (head != null && !head.root().equals(root)) {
            find(
                    next - TreeHead.INTERVAL,
                    Optional.empty(),
                    "the records up to %d are not those that their tree head covers"
                            .formatted(next - 1));
        }
        if (anchor != null && !anchor.equals(root)) {
            find(
                    lastAnchored(),
                    Optional.empty(),
                    "the records up to %d are not those that an exported head covers"
                            .formatted(next - 1));
        }
    }

    /** How many records the last head that still holds covers. */
    private long lastAnchored() {
        return anchors.keySet().stream().filter(size -> size < next).reduce(0L, Math::max);
    }

    private void find(long sequence, Optional<RecordId> id, String problem) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(new Finding(sequence, id, problem));
        }
    }
}
