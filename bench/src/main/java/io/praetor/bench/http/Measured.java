package io.praetor.bench.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a load saw. */
record Measured(long requests, double perSecond, Duration p50, Duration p99) {
    static Measured of(List<long[]> latencies, Duration time) {
        long[] sorted = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(
                sorted.length,
                sorted.length / (time.toNanos() / 1e9),
                quantile(sorted, 0.5),
                quantile(sorted, 0.99));
    }

    private static Duration quantile(long[] sorted, double share) {
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[(int) (share * (sorted.length - 1))]);
    }
}
