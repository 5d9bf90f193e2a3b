package io.praetor.serving.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The instant after which no further work is begun for a request. */
public final class Deadline {
    private final LongSupplier nanoTicker;
    private final long dueNanos;

    private Deadline(LongSupplier nanoTicker, long dueNanos) {
        this.nanoTicker = nanoTicker;
        this.dueNanos = dueNanos;
    }

    public static Deadline in(Duration time, LongSupplier nanoTicker) {
        return new Deadline(nanoTicker, nanoTicker.getAsLong() + time.toNanos());
    }

    public boolean hasPassed() {
        return nanoTicker.getAsLong() - dueNanos >= 0;
    }
}
