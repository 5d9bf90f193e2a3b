package io.praetor.log;

import io.praetor.decision.Recording;
import io.praetor.decision.Recording.NotRecorded;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A record on its way to the writer, and what became of it. */
final class Submission {
    private final LogEntry entry;
    private final EncodedRecord record;
    private final Hash bodyHash;
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile Recording outcome = new NotRecorded("log has not answered");

    Submission(LogEntry entry, EncodedRecord record) {
        this.entry = entry;
        this.record = record;
        this.bodyHash = record.body().open().hash();
    }

    LogEntry entry() {
        return entry;
    }

    EncodedRecord record() {
        return record;
    }

    Hash bodyHash() {
        return bodyHash;
    }

    /** True for whoever comes first: the writer that begins it, or the caller that gives up. */
    boolean take() {
        return isTaken.compareAndSet(false, true);
    }

    void settle(Recording recording) {
        outcome = recording;
        settled.countDown();
    }

    /**
     * Waits for the writer. What it has not begun by then is withdrawn; what it has begun gets as
     * long again, and may after that still end up in the log, unreleased.
     */
    Recording await(Duration wait) throws InterruptedException {
        if (settled.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return outcome;
        }
        if (take()) {
            return new NotRecorded("log did not come to it in %d ms".formatted(wait.toMillis()));
        }
        if (settled.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return outcome;
        }
        return new NotRecorded(
                "log did not finish in %d ms; the record may still be kept"
                        .formatted(2 * wait.toMillis()));
    }
}
