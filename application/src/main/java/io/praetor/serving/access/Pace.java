package io.praetor.serving.access;

import io.praetor.serving.settings.Rate;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps one client to a rate by the generic cell rate algorithm (ITU-T I.371): one number, the
 * instant at which the next request would be due if they came evenly. Thread-safe.
 */
final class Pace {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long nanosBetween;
    private final long nanosAhead;
    private final AtomicLong due;

    Pace(Rate rate, long nowNanos) {
        this.nanosBetween = NANOS_PER_SECOND / rate.perSecond();
        this.nanosAhead = nanosBetween * (rate.burst() - 1L);
        this.due = new AtomicLong(nowNanos);
    }

    /** How long to wait before the request may come; 0 takes it. */
    long take(long nowNanos) {
        while (true) {
            long before = due.get();
            long wait = before - nanosAhead - nowNanos;
            if (wait > 0) {
                return wait;
            }
            long from = before - nowNanos > 0 ? before : nowNanos;
            if (due.compareAndSet(before, from + nanosBetween)) {
                return 0;
            }
        }
    }
}
