package io.praetor.log;

import io.praetor.decision.Timing;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.policy.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Counts over a set of records, by day, version, path and effect, and a histogram of latencies. A
 * few rows a day, however many records. Not thread-safe.
 */
public final class Tallies {
    private final Map<TallyKey, Tally> counts = new HashMap<>();
    private final Map<LatencyKey, Long> latencies = new HashMap<>();

    /**
     * A bucket of the latency histogram.
     *
     * @param day days since 1970 in UTC
     * @param bucket see {@link LatencyBuckets}
     */
    public record LatencyKey(long day, String path, int bucket) {}

    public Map<TallyKey, Tally> counts() {
        return Collections.unmodifiableMap(counts);
    }

    public Map<LatencyKey, Long> latencies() {
        return Collections.unmodifiableMap(latencies);
    }

    public void add(LogEntry entry) {
        switch (entry) {
            case DecisionRecord decision -> add(decision);
            case RefusalRecord refusal -> count(refusal, "");
            case ErasureRecord erasure -> count(erasure, "");
            case ImportedRecord imported ->
                    count(imported, imported.effect().map(Effect::label).orElse(""));
        }
    }

    public void add(TallyKey key, Tally tally) {
        counts.merge(key, tally, Tally::plus);
    }

    public void add(LatencyKey key, long records) {
        latencies.merge(key, records, Long::sum);
    }

    public void add(Tallies other) {
        other.counts.forEach(this::add);
        other.latencies.forEach(this::add);
    }

    /** Those of some days since 1970, as a copy. */
    public Tallies where(LongPredicate day) {
        Tallies some = new Tallies();
        counts.forEach(
                (key, tally) -> {
                    if (day.test(key.day())) {
                        some.add(key, tally);
                    }
                });
        latencies.forEach(
                (key, records) -> {
                    if (day.test(key.day())) {
                        some.add(key, records);
                    }
                });
        return some;
    }

    public long records() {
        return counts.values().stream().mapToLong(Tally::records).sum();
    }

    private void add(DecisionRecord decision) {
        String path = decision.path().label();
        TallyKey key =
                new TallyKey(
                        RecordKind.DECISION,
                        day(decision.at()),
                        decision.version(),
                        path,
                        decision.effect().label());
        add(key, tally(decision.trial()));
        Timing timing = decision.timing();
        long micros = timing.rulesMicros() + timing.patternMicros() + timing.reasoningMicros();
        add(new LatencyKey(key.day(), path, LatencyBuckets.of(micros)), 1);
    }

    private void count(LogEntry entry, String effect) {
        add(
                new TallyKey(entry.kind(), day(entry.at()), entry.version(), "", effect),
                new Tally(1, 0, 0, 0, 0));
    }

    private static Tally tally(Optional<Trial> trial) {
        return trial.map(
                        known ->
                                new Tally(
                                        1,
                                        1,
                                        known.isCorrect() ? 1 : 0,
                                        known.coverage().isPresent() ? 1 : 0,
                                        known.coverage().orElse(0)))
                .orElse(new Tally(1, 0, 0, 0, 0));
    }

    private static long day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tallies tallies
                && counts.equals(tallies.counts)
                && latencies.equals(tallies.latencies);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts + " " + latencies;
    }
}
