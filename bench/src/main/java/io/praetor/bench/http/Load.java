package io.praetor.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Load on one port of this machine for a fixed time; it ends by itself.
 *
 * @param requests sent in turn, each connection starting elsewhere
 * @param connections each with one request in flight
 */
record Load(int port, List<byte[]> requests, int connections, Duration time) {
    /** More than a connection completes in the longest run. */
    private static final int EXCHANGES_MAX = 2_000_000;

    /** Asks as fast as answers come. */
    Measured asFastAsItGoes() {
        return run(0);
    }

    /**
     * Asks at a fixed rate. Latency counts from the instant a request was due, so that a slow
     * answer is charged for those it kept waiting.
     */
    Measured at(double perSecond) {
        return run(perSecond);
    }

    private Measured run(double perSecond) {
        long started = System.nanoTime();
        List<Callable<long[]>> jobs = new ArrayList<>();
        for (int index = 0; index < connections; index++) {
            int first = index;
            jobs.add(() -> connection(first, perSecond, started + time.toNanos()));
        }
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (Future<long[]> done : threads.invokeAll(jobs)) {
                latencies.add(done.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the load did not run through", e);
        }
        return Measured.of(latencies, Duration.ofNanos(System.nanoTime() - started));
    }

    private long[] connection(int first, double perSecond, long until) throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        long gap = perSecond > 0 ? (long) (1e9 * connections / perSecond) : 0;
        long due = System.nanoTime() + (gap * first) / connections;
        try (Wire wire = new Wire(port)) {
            while (due < until && count < EXCHANGES_MAX) {
                await(due);
                wire.exchange(requests.get((first + count) % requests.size()));
                long now = System.nanoTime();
                nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
                nanos[count++] = now - due;
                due = gap > 0 ? due + gap : now;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
