package io.praetor.adapters.http;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment after which an answer, made of however many requests, no longer counts. */
public final class Deadline {
    private final Duration timeMax;
    private final LongSupplier nanoTicker;
    private final long endNanos;

    private Deadline(Duration timeMax, LongSupplier nanoTicker) {
        this.timeMax = timeMax;
        this.nanoTicker = nanoTicker;
        this.endNanos = nanoTicker.getAsLong() + timeMax.toNanos();
    }

    public static Deadline in(Duration timeMax) {
        return new Deadline(timeMax, System::nanoTime);
    }

    /** What is left; throws where nothing is. */
    long leftNanos() {
        long left = endNanos - nanoTicker.getAsLong();
        if (left <= 0) {
            throw missed();
        }
        return left;
    }

    LanguageModelException missed() {
        return new LanguageModelException(
                Failure.TIMEOUT, "no answer within %d ms".formatted(timeMax.toMillis()));
    }
}
