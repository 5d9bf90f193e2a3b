package io.praetor.reasoning.model;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.time.Duration;
import java.util.function.LongSupplier;

/** When the answer to one question no longer counts. */
final class Deadline {
    private final LongSupplier nanoTicker;
    private final long end;

    Deadline(LongSupplier nanoTicker, Duration timeMax) {
        this.nanoTicker = nanoTicker;
        this.end = nanoTicker.getAsLong() + timeMax.toNanos();
    }

    /**
     * What is left.
     *
     * @throws LanguageModelException where nothing is
     */
    Duration left() {
        long left = end - nanoTicker.getAsLong();
        if (left <= 0) {
            throw new LanguageModelException(Failure.TIMEOUT, "no time was left for the model");
        }
        return Duration.ofNanos(left);
    }
}
