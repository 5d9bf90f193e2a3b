package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When an answer no longer counts.
 *
 * @param atNanos on the clock
 */
record Deadline(long atNanos, Duration timeMax, LongSupplier nanos) {
    /** Longer than any caller waits, and small enough for a clock that has run for centuries. */
    private static final Duration LONGEST = Duration.ofDays(365);

    static Deadline after(Duration timeMax, LongSupplier nanos) {
        Duration bounded = timeMax.compareTo(LONGEST) > 0 ? LONGEST : timeMax;
        return new Deadline(nanos.getAsLong() + bounded.toNanos(), timeMax, nanos);
    }

    long leftNanos() {
        return atNanos - nanos.getAsLong();
    }

    boolean isOver() {
        return leftNanos() <= 0;
    }

    /** Throws where it is over. */
    void check() {
        if (isOver()) {
            throw missed();
        }
    }

    LanguageModelException missed() {
        return new LanguageModelException(
                Failure.TIMEOUT,
                "no answer within %d ms; raise model.time-millis-max or use a smaller model"
                        .formatted(timeMax.toMillis()));
    }
}
