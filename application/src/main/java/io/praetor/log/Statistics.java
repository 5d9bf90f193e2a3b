package io.praetor.log;

import io.praetor.log.Tallies.LatencyKey;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the counts that a log keeps say, without reading a record. */
public final class Statistics {
    private final Tallies tallies;

    public Statistics(Tallies tallies) {
        this.tallies = tallies;
    }

    /** Records by kind. */
    public Map<String, Long> byKind() {
        return counts(_ -> true, key -> key.kind().label());
    }

    /** Decisions by effect. */
    public Map<String, Long> byEffect() {
        return counts(Statistics::isDecision, TallyKey::effect);
    }

    /** Decisions by path. */
    public Map<String, Long> byPath() {
        return counts(Statistics::isDecision, TallyKey::path);
    }

    /** Decisions by the version that acted. */
    public Map<String, Long> byVersion() {
        return counts(Statistics::isDecision, TallyKey::version);
    }

    /** Decisions by day in UTC. */
    public Map<LocalDate, Long> byDay() {
        return counts(Statistics::isDecision, key -> LocalDate.ofEpochDay(key.day()));
    }

    /** All decisions together; suites' expectations count where there were any. */
    public Tally decisions() {
        return tallies.counts().entrySet().stream()
                .filter(entry -> isDecision(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }

    /** Share of judged decisions that a suite expected, in [0, 1]. */
    public OptionalDouble agreement() {
        Tally all = decisions();
        return all.judged() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) all.correct() / all.judged());
    }

    /** Mean reasoning coverage of the decisions that have one, in [0, 1]. */
    public OptionalDouble coverage() {
        Tally all = decisions();
        return all.covered() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(all.coverage() / all.covered());
    }

    /**
     * The latency that a share of the decisions stays within, in microseconds, known within an
     * eighth.
     *
     * @param path a label; empty for all
     * @param share in (0, 1]
     */
    public OptionalLong latencyMicros(String path, double share) {
        TreeMap<Integer, Long> buckets = new TreeMap<>();
        tallies.latencies().entrySet().stream()
                .filter(entry -> path.isEmpty() || entry.getKey().path().equals(path))
                .forEach(entry -> merge(buckets, entry.getKey(), entry.getValue()));
        long total = buckets.values().stream().mapToLong(Long::longValue).sum();
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen >= wanted) {
                return OptionalLong.of(LatencyBuckets.highest(bucket.getKey()));
            }
        }
        return OptionalLong.empty();
    }

    /**
     * How far the effects of the last days are from those before: the total variation distance of
     * the two distributions, in [0, 1]. Empty where one side has no decisions.
     *
     * @param days counted back from the newest day in the log, at least 1
     */
    public OptionalDouble shift(int days) {
        OptionalLong newest =
                tallies.counts().keySet().stream()
                        .filter(Statistics::isDecision)
                        .mapToLong(TallyKey::day)
                        .max();
        if (newest.isEmpty()) {
            return OptionalDouble.empty();
        }
        long first = newest.getAsLong() - days + 1;
        Map<String, Long> recent =
                counts(key -> isDecision(key) && key.day() >= first, TallyKey::effect);
        Map<String, Long> before =
                counts(key -> isDecision(key) && key.day() < first, TallyKey::effect);
        return recent.isEmpty() || before.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(distance(recent, before));
    }

    private static double distance(Map<String, Long> one, Map<String, Long> other) {
        double oneTotal = one.values().stream().mapToLong(Long::longValue).sum();
        double otherTotal = other.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> all = new TreeMap<>(one);
        other.forEach(all::putIfAbsent);
        return all.keySet().stream()
                        .mapToDouble(
                                effect ->
                                        Math.abs(
                                                one.getOrDefault(effect, 0L) / oneTotal
                                                        - other.getOrDefault(effect, 0L)
                                                                / otherTotal))
                        .sum()
                / 2;
    }

    private static void merge(SortedMap<Integer, Long> buckets, LatencyKey key, long records) {
        buckets.merge(key.bucket(), records, Long::sum);
    }

    private static boolean isDecision(TallyKey key) {
        return key.kind() == RecordKind.DECISION;
    }

    private <K extends Comparable<? super K>> Map<K, Long> counts(
            Predicate<TallyKey> filter, Function<TallyKey, K> by) {
        Map<K, Long> counts = new TreeMap<>();
        tallies.counts()
                .forEach(
                        (key, tally) -> {
                            if (filter.test(key)) {
                                counts.merge(by.apply(key), tally.records(), Long::sum);
                            }
                        });
        return counts;
    }
}
