package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One caller at a time, in the order they came; the others wait within a bound. Thread-safe. */
final class Turns {
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final int waitingMax;

    Turns(int waitingMax) {
        this.waitingMax = waitingMax;
    }

    /** Waits for a turn; whoever got one leaves it. */
    void enter(Deadline deadline) {
        boolean mine;
        try {
            mine = turn.tryAcquire(0, TimeUnit.NANOSECONDS) || waited(deadline);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LanguageModelException(
                    Failure.UNAVAILABLE, "interrupted while waiting for the model", interrupted);
        }
        if (!mine) {
            throw deadline.missed();
        }
    }

    private boolean waited(Deadline deadline) throws InterruptedException {
        if (waiting.incrementAndGet() > waitingMax) {
            waiting.decrementAndGet();
            throw new LanguageModelException(
                    Failure.BUSY,
                    "%d callers wait for the model already; ask later, or raise model.queue-max"
                            .formatted(waitingMax));
        }
        try {
            return turn.tryAcquire(deadline.leftNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        turn.release();
    }

    int waiting() {
        return waiting.get();
    }
}
