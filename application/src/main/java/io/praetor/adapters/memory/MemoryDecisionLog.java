package io.praetor.adapters.memory;

import io.praetor.log.ActorRecords;
import io.praetor.log.Batch;
import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.EncodedRecord;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogStatistics;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.Outline;
import io.praetor.log.RecordBody;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.RecordCodec;
import io.praetor.log.RecordEraser;
import io.praetor.log.RecordId;
import io.praetor.log.Tallies;
import io.praetor.log.TreeHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in memory: gone with the process. Thread-safe. */
public final class MemoryDecisionLog
        implements DecisionLog, LogStatistics, RecordEraser, ActorRecords {
    /** How many records are kept: some 2 GB when full; then it refuses more. */
    static final int RECORDS_MAX = 1_000_000;

    private final String origin;
    private final List<ChainedRecord> records = new ArrayList<>();
    private final Map<RecordId, Integer> places = new HashMap<>();
    private final List<TreeHead> heads = new ArrayList<>();
    private final Tallies tallies = new Tallies();

    public MemoryDecisionLog(String origin) {
        this.origin = origin;
    }

    @Override
    public synchronized Outline outline() {
        return new Outline(origin, heads);
    }

    @Override
    public synchronized void append(Batch batch) {
        if (records.size() + batch.records().size() > RECORDS_MAX) {
            throw new LogUnavailableException(
                    "log in memory is full at %d records".formatted(RECORDS_MAX));
        }
        Map<RecordId, Integer> added = new HashMap<>();
        for (ChainedRecord record : batch.records()) {
            int place = records.size() + added.size();
            RecordId id = record.record().id();
            if (record.sequence() != place) {
                throw new LogUnavailableException(
                        "record %d does not come next".formatted(record.sequence()));
            }
            if (places.containsKey(id) || added.putIfAbsent(id, place) != null) {
                throw new LogUnavailableException("record `%s` is already there".formatted(id));
            }
        }
        records.addAll(batch.records());
        places.putAll(added);
        heads.addAll(batch.heads());
        tallies.add(batch.tallies());
    }

    @Override
    public synchronized List<ChainedRecord> page(long from, int max) {
        int start = (int) Math.min(Math.max(from, 0), records.size());
        return List.copyOf(records.subList(start, Math.min(records.size(), start + max)));
    }

    @Override
    public synchronized Optional<ChainedRecord> find(RecordId id) {
        return Optional.ofNullable(places.get(id)).map(records::get);
    }

    /** Reviews have no place here. */
    @Override
    public synchronized Past latestOf(String actor, int max) {
        List<ChainedRecord> window =
                records.subList(Math.max(0, records.size() - WINDOW), records.size());
        List<ChainedRecord> found =
                window.reversed().stream()
                        .filter(chained -> isAbout(actor, chained.record()))
                        .limit(max)
                        .toList();
        return new Past(found, 0, 0);
    }

    private static boolean isAbout(String actor, EncodedRecord record) {
        return record.body().personal().flatMap(Personal::actor).filter(actor::equals).isPresent()
                && RecordCodec.decode(record) instanceof DecisionRecord decided
                && decided.trial().isEmpty();
    }

    @Override
    public synchronized Tallies tallies() {
        Tallies copy = new Tallies();
        copy.add(tallies);
        return copy;
    }

    @Override
    public synchronized void erase(List<RecordId> ids) {
        for (RecordId id : ids) {
            find(id).ifPresent(
                            record ->
                                    records.set((int) record.sequence(), withoutPersonal(record)));
        }
    }

    private static ChainedRecord withoutPersonal(ChainedRecord chained) {
        EncodedRecord record = chained.record();
        return new ChainedRecord(
                chained.sequence(),
                new EncodedRecord(
                        record.id(),
                        record.at(),
                        record.kind(),
                        record.version(),
                        new RecordBody(record.body().open(), Optional.empty())),
                chained.hash());
    }
}
