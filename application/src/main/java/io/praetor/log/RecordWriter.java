package io.praetor.log;

import io.praetor.decision.Recording;
import io.praetor.decision.Recording.NotRecorded;
import io.praetor.decision.Recording.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that appends to a log: takes what has gathered in a bounded queue, chains it and
 * commits it together.
 */
final class RecordWriter {
    private final DecisionLog log;
    private final RecorderLimits limits;
    private final HeadKeeper heads;
    private final BlockingQueue<Submission> queue;
    private final Thread thread;
    private volatile boolean isClosed;

    /** Empty after an append failed: nobody knows then how much of it was kept. */
    private Optional<Chain> chain;

    RecordWriter(DecisionLog log, RecorderLimits limits, HeadKeeper heads, Chain chain) {
        this.log = log;
        this.limits = limits;
        this.heads = heads;
        this.chain = Optional.of(chain);
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        this.thread = Thread.ofPlatform().name("praetor-log").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    Recording write(Submission submission) {
        try {
            if (isClosed) {
                return new NotRecorded("log is closed");
            }
            if (!queue.offer(submission, limits.waitMax().toNanos(), TimeUnit.NANOSECONDS)) {
                return new NotRecorded(
                        "%d records wait for the log, and none was taken in %d ms"
                                .formatted(limits.queue(), limits.waitMax().toMillis()));
            }
            return submission.await(limits.waitMax());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            submission.take();
            return new NotRecorded("interrupted while the log was writing");
        }
    }

    void close() {
        isClosed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Submission> batch = new ArrayList<>();
        try {
            while (!isClosed || !queue.isEmpty()) {
                gather(batch);
                commit(batch);
                batch.clear();
            }
        } finally {
            isClosed = true;
            queue.drainTo(batch);
            batch.forEach(waiting -> waiting.settle(new NotRecorded("log writer has stopped")));
        }
    }

    private void gather(List<Submission> batch) {
        try {
            Submission first = isClosed ? queue.poll() : queue.take();
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, limits.batch() - 1);
            }
        } catch (InterruptedException _) {
            // close() woke the thread: the loop looks at isClosed again
        }
        batch.removeIf(submission -> !submission.take());
    }

    private void commit(List<Submission> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            Chain grown = chain.isPresent() ? chain.get().copy() : Chain.resume(log);
            Batch records = chained(batch, grown);
            log.append(records);
            chain = Optional.of(grown);
            for (int index = 0; index < batch.size(); index++) {
                ChainedRecord kept = records.records().get(index);
                batch.get(index).settle(new Recorded(kept.sequence(), kept.hash().toString()));
            }
        } catch (LogUnavailableException failure) {
            chain = Optional.empty();
            NotRecorded lost = new NotRecorded(failure.getMessage());
            batch.forEach(submission -> submission.settle(lost));
        }
    }

    private Batch chained(List<Submission> batch, Chain grown) {
        List<ChainedRecord> records = new ArrayList<>(batch.size());
        List<TreeHead> completed = new ArrayList<>();
        Tallies tallies = new Tallies();
        for (Submission submission : batch) {
            records.add(grown.add(submission.record(), submission.bodyHash()));
            heads.headOf(grown).ifPresent(completed::add);
            tallies.add(submission.entry());
        }
        return new Batch(records, completed, tallies);
    }
}
