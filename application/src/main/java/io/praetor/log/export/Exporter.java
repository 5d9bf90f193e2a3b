package io.praetor.log.export;

import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.export.ExportPolicy.Outcome.Dropped;
import io.praetor.log.export.ExportPolicy.Outcome.Kept;
import io.praetor.log.export.ExportPolicy.Outcome.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Writes a log's records as lines.
 *
 * @param pseudonyms where identifiers must not leave
 */
public record Exporter(EventFormat format, ExportPolicy policy, Optional<Pseudonyms> pseudonyms) {
    private static final int PAGE = 1024;
    private static final int REMARKS_MAX = 100;

    /**
     * What became of the records.
     *
     * @param dropped by a rule of the policy
     * @param withheld because a rule or a mask failed
     * @param passedOver because the format has no room for their kind
     * @param remarks why records were withheld, up to a limit
     */
    public record Report(
            long exported, long dropped, long withheld, long passedOver, List<String> remarks) {
        public Report {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Exports the records from sequence {@code from} to before {@code to}.
     *
     * @param lines takes each line, without its line break
     * @param progress is told the sequence reached, once a page
     */
    public Report export(
            DecisionLog log, long from, long to, Consumer<String> lines, LongConsumer progress) {
        String origin = log.outline().origin();
        Counts counts = new Counts();
        format.opening().forEach(lines);
        long next = from;
        List<ChainedRecord> page = log.page(next, PAGE);
        while (!page.isEmpty() && next < to) {
            for (ChainedRecord record : page) {
                if (record.sequence() < to) {
                    export(record, origin, lines, counts);
                }
            }
            next = page.getLast().sequence() + 1;
            progress.accept(next);
            page = log.page(next, PAGE);
        }
        return counts.report();
    }

    private void export(
            ChainedRecord record, String origin, Consumer<String> lines, Counts counts) {
        switch (policy.apply(ExportEvent.of(record), pseudonyms)) {
            case Kept kept -> {
                Optional<String> line = format.line(kept, origin);
                line.ifPresent(lines);
                if (line.isPresent()) {
                    counts.exported++;
                } else {
                    counts.passedOver++;
                }
            }
            case Dropped _ -> counts.dropped++;
            case Withheld withheld -> counts.withhold(record.sequence(), withheld.why());
        }
    }

    private static final class Counts {
        private long exported;
        private long dropped;
        private long withheld;
        private long passedOver;
        private final List<String> remarks = new ArrayList<>();

        void withhold(long sequence, String why) {
            withheld++;
            if (remarks.size() < REMARKS_MAX) {
                remarks.add("record %d is withheld: %s".formatted(sequence, why));
            }
        }

        Report report() {
            return new Report(exported, dropped, withheld, passedOver, remarks);
        }
    }
}
