package io.praetor.log;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * Checks every record of a log: its place, its hash, its personal parts, the tree heads, and
 * whatever heads were handed out before. Not thread-safe.
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
     */
    public Verification verify(List<Checkpoint> anchors, LongConsumer progress) {
        Outline outline = log.outline();
        LogWalk walk = new LogWalk(outline, anchors);
        try {
            List<ChainedRecord> page = log.page(0, PAGE);
            while (!page.isEmpty()) {
                walk.take(page);
                progress.accept(walk.size());
                page = log.page(walk.size(), PAGE);
            }
        } catch (LogUnavailableException damaged) {
            readOneByOne(walk);
        }
        return walk.finished(statistics.tallies().records());
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
            walk.cannotRead(damaged);
        }
    }
}
