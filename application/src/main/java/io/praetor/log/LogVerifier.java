package io.praetor.log;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Checks every record of a log: its place, its hash, its personal parts, the tree heads, and
 * whatever heads were handed out before. Reads one page ahead on a thread of its own.
 */
public final class LogVerifier {
    private static final int PAGE = TreeHead.INTERVAL;

    private final DecisionLog log;
    private final LogStatistics statistics;

    public LogVerifier(DecisionLog log, LogStatistics statistics) {
        this.log = log;
        this.statistics = statistics;
    }

    /**
     * Reads the log from its first record to its last.
     *
     * @param anchors heads that were exported earlier and must still hold
     * @param progress is told the number of records read so far, once a page
     * @throws LogUnavailableException where not even name and heads of the log can be read, or the
     *     log is out of reach
     */
    public Verification verify(List<Checkpoint> anchors, LongConsumer progress) {
        LogWalk walk = new LogWalk(log.outline(), anchors);
        try (ExecutorService ahead = Executors.newSingleThreadExecutor()) {
            List<ChainedRecord> page = log.page(0, PAGE);
            while (!page.isEmpty()) {
                long from = page.getLast().sequence() + 1;
                Future<List<ChainedRecord>> next = ahead.submit(() -> log.page(from, PAGE));
                walk.take(page);
                progress.accept(walk.size());
                page = outcome(next);
            }
        } catch (LogUnavailableException damaged) {
            readOneByOne(walk);
        }
        return walk.finished(counted());
    }

    /** How many records the statistics know; nothing where they cannot be read. */
    private OptionalLong counted() {
        try {
            return OptionalLong.of(statistics.tallies().records());
        } catch (LogUnavailableException damaged) {
            return OptionalLong.empty();
        }
    }

    private static List<ChainedRecord> outcome(Future<List<ChainedRecord>> page) {
        try {
            return page.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof LogUnavailableException damaged) {
                throw damaged;
            }
            throw new IllegalStateException("a page could not be read", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", interrupted);
        }
    }

    /** Where a page cannot be read, the record that is to blame is found on its own. */
    private void readOneByOne(LogWalk walk) {
        try {
            List<ChainedRecord> one = log.page(walk.size(), 1);
            while (!one.isEmpty()) {
                walk.take(one);
                one = log.page(walk.size(), 1);
            }
        } catch (LogUnavailableException damaged) {
            if (damaged.isOutOfReach()) {
                throw damaged;
            }
            walk.cannotRead(damaged);
        }
    }
}
