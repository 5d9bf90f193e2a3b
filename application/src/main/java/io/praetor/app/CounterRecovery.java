package io.praetor.app;

import io.praetor.adapters.memory.SlidingCounters;
import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordCodec;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Effect;
import io.praetor.situation.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Fills the counters from the log at start, so that a restart lifts no limit.
 *
 * @param counters of every policy that acts
 */
record CounterRecovery(List<CounterRule> counters, Instant now) {
    /** Reading further back would keep a start waiting for seconds. */
    private static final int RECORDS_MAX = 20_000;

    private static final int PAGE = 1_000;

    /**
     * Reads backwards until the longest window is covered. Where that takes too many records, the
     * counters say so, and rules that need them stay indeterminate until the window has passed.
     */
    void fill(SlidingCounters sliding, DecisionLog log, long size) {
        Duration longest =
                counters.stream()
                        .map(CounterRule::window)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        Instant start = now.minus(longest);
        long from = size;
        long least = Math.max(0, size - RECORDS_MAX);
        Instant oldest = now;
        while (from > least && !oldest.isBefore(start)) {
            long next = Math.max(least, from - PAGE);
            List<ChainedRecord> page = log.page(next, (int) (from - next));
            page.forEach(record -> take(sliding, record, start));
            oldest = page.isEmpty() ? oldest : page.getFirst().record().at();
            from = next;
        }
        if (from > 0 && !oldest.isBefore(start)) {
            sliding.knownOnlySince(now);
        }
    }

    private void take(SlidingCounters sliding, ChainedRecord record, Instant start) {
        if (record.record().at().isBefore(start)) {
            return;
        }
        LogEntry entry = RecordCodec.decode(record.record());
        if (entry instanceof DecisionRecord decision && decision.effect() == Effect.ALLOW) {
            decision.particulars()
                    .ifPresent(said -> count(sliding, said.situation(), decision.at()));
        }
    }

    private void count(SlidingCounters sliding, Situation situation, Instant at) {
        for (CounterRule counter : counters) {
            if (counter.actions().contains(situation.action().type())) {
                sliding.releasedAt(counter, situation, at);
            }
        }
    }
}
