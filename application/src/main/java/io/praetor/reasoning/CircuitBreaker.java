package io.praetor.reasoning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Keeps callers from waiting for something that fails again and again. Thread-safe.
 *
 * <p>Closed, it lets everybody through. So many failures within a window open it: nobody passes,
 * until it has rested; then one caller probes, and the others pass once that one succeeded.
 */
final class CircuitBreaker {
    /** When it opens, and for how long. */
    record Limits(int failuresMax, Duration window, Duration rest) {
        Limits {
            if (failuresMax < 1 || !window.isPositive() || !rest.isPositive()) {
                throw new IllegalArgumentException(
                        "a breaker that never closes or never opens: %d in %s, %s"
                                .formatted(failuresMax, window, rest));
            }
        }
    }

    private final Limits limits;
    private final LongSupplier nanoTicker;
    private final Deque<Long> failures = new ArrayDeque<>();
    private Position position = Position.CLOSED;
    private long openedNanos;

    CircuitBreaker(Limits limits, LongSupplier nanoTicker) {
        this.limits = limits;
        this.nanoTicker = nanoTicker;
    }

    private enum Position {
        CLOSED,
        OPEN,
        PROBING
    }

    /** Whether a caller may pass; one that may says later how it went, by one of the next three. */
    synchronized boolean admits() {
        return switch (position) {
            case CLOSED -> true;
            case PROBING -> false;
            case OPEN -> {
                boolean rested = nanoTicker.getAsLong() - openedNanos >= limits.rest().toNanos();
                if (rested) {
                    position = Position.PROBING;
                }
                yield rested;
            }
        };
    }

    /** Whether it turns away even a caller that would not probe. */
    synchronized boolean isResting() {
        return position == Position.OPEN
                && nanoTicker.getAsLong() - openedNanos < limits.rest().toNanos();
    }

    /** Ends the rest after a probe; failures within the window stay counted otherwise. */
    synchronized void succeeded() {
        if (position == Position.PROBING) {
            position = Position.CLOSED;
            failures.clear();
        }
    }

    synchronized void failed() {
        long now = nanoTicker.getAsLong();
        failures.addLast(now);
        while (now - failures.getFirst() > limits.window().toNanos()) {
            failures.removeFirst();
        }
        boolean tooMany = failures.size() >= limits.failuresMax();
        if (position == Position.PROBING || (position == Position.CLOSED && tooMany)) {
            position = Position.OPEN;
            openedNanos = now;
            failures.clear();
        }
    }

    /** The caller learnt nothing: a probe is still owed. */
    synchronized void gaveUp() {
        if (position == Position.PROBING) {
            position = Position.OPEN;
        }
    }

    synchronized boolean isOpen() {
        return position != Position.CLOSED;
    }
}
