package io.praetor.app.campaign;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.log.ChainedRecord;
import io.praetor.log.Checkpoint;
import io.praetor.log.LogEntry;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.LogVerifier;
import io.praetor.log.RecordCodec;
import io.praetor.log.RecordId;
import io.praetor.log.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What clients saw of one log, against what the log says afterwards. Each answer is looked up once;
 * from then on the head that covered it has to hold. Not thread-safe.
 */
final class Ledger {
    private final Path file;
    private final List<Seen> open = new ArrayList<>();
    private Optional<Checkpoint> covered = Optional.empty();

    Ledger(Path file) {
        this.file = file;
    }

    void add(List<Seen> seen) {
        open.addAll(seen);
    }

    /** Verifies chain, tree and statistics, and looks up what was seen since the last check. */
    List<String> losses() {
        List<String> losses = new ArrayList<>();
        try (SqliteDecisionLog log = SqliteDecisionLog.inspect(file)) {
            Verification verification =
                    new LogVerifier(log, log).verify(covered.stream().toList(), _ -> {});
            verification.findings().forEach(finding -> losses.add(finding.toString()));
            for (Seen seen : open) {
                loss(log, seen).ifPresent(losses::add);
            }
            covered = Optional.of(verification.head());
        } catch (LogUnavailableException unreadable) {
            losses.add(String.valueOf(unreadable.getMessage()));
        }
        open.clear();
        return losses;
    }

    /** How many records the last check read. */
    long records() {
        return covered.map(Checkpoint::size).orElse(0L);
    }

    private static Optional<String> loss(SqliteDecisionLog log, Seen seen) {
        return switch (seen) {
            case Seen.Decided decided -> loss(decided, log.find(decided.id()));
            case Seen.Refused(RecordId id) ->
                    log.find(id).map(Ledger::entry).orElse(null) instanceof RefusalRecord
                            ? Optional.empty()
                            : Optional.of("refusal `%s` is not in the log".formatted(id));
            case Seen.Unrecorded _, Seen.Nothing _ -> seen.broken();
        };
    }

    private static Optional<String> loss(Seen.Decided seen, Optional<ChainedRecord> found) {
        if (found.isEmpty()) {
            return Optional.of(
                    "`%s`, record %d, was released as %s and is not in the log"
                            .formatted(seen.id(), seen.sequence(), seen.effect()));
        }
        ChainedRecord record = found.get();
        boolean isSame =
                record.sequence() == seen.sequence()
                        && record.hash().equals(seen.hash())
                        && entry(record) instanceof DecisionRecord decision
                        && decision.effect() == seen.effect();
        return isSame
                ? Optional.empty()
                : Optional.of(
                        "`%s` was released as %s, record %d, hash %s; the log has another one"
                                .formatted(seen.id(), seen.effect(), seen.sequence(), seen.hash()));
    }

    private static LogEntry entry(ChainedRecord record) {
        return RecordCodec.decode(record.record());
    }
}
