package io.praetor.governance.report;

import io.praetor.governance.VersionStore;
import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordCodec;
import io.praetor.log.Statistics;
import io.praetor.log.Tallies;
import io.praetor.log.TallyKey;
import io.praetor.review.CaseBook.Reviewed;
import io.praetor.review.statistics.SystematicError;
import io.praetor.review.statistics.SystematicErrors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The review of a day, a week or a month up to the newest day of a log, in UTC.
 *
 * @param kinds records by kind, refusals at the door included
 * @param statistics of the period alone
 * @param shift of the effects from the same time before
 * @param clusters what is corrected more often than the rest
 */
public record PeriodReport(
        LocalDate from,
        LocalDate to,
        Map<String, Long> kinds,
        Statistics statistics,
        ReasoningFailures failures,
        Distribution distribution,
        OptionalDouble shift,
        Overrides overrides,
        List<SystematicError> clusters,
        List<ShadowBaseline> baselines) {
    private static final int PAGE = 1_000;

    /**
     * What is read.
     *
     * @param tallies of the same log
     * @param reviewed every case that was reviewed
     */
    public record Sources(
            DecisionLog log, Tallies tallies, List<Reviewed> reviewed, VersionStore versions) {}

    /** Empty for an empty log. */
    public static Optional<PeriodReport> of(Sources sources, Period period) {
        return sources.tallies().counts().keySet().stream()
                .map(TallyKey::day)
                .max(Long::compare)
                .map(last -> of(sources, last - period.days() + 1, last));
    }

    private static PeriodReport of(Sources sources, long first, long last) {
        long length = last - first + 1;
        Tallies now = sources.tallies().where(day -> day >= first);
        Tallies before = sources.tallies().where(day -> day >= first - length && day < first);
        Statistics statistics = new Statistics(now);
        Distribution distribution = Distribution.of(statistics.byEffect());
        Instant since = LocalDate.ofEpochDay(first).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Reviewed> reviewed =
                sources.reviewed().stream()
                        .filter(each -> !each.current().at().isBefore(since))
                        .toList();
        return new PeriodReport(
                LocalDate.ofEpochDay(first),
                LocalDate.ofEpochDay(last),
                statistics.byKind(),
                statistics,
                failures(sources.log(), sources.tallies().where(day -> day < first).records()),
                distribution,
                distribution.shiftFrom(Distribution.of(new Statistics(before).byEffect())),
                Overrides.of(reviewed),
                SystematicErrors.of(reviewed),
                ShadowBaseline.of(sources.versions(), since));
    }

    private static ReasoningFailures failures(DecisionLog log, long from) {
        ReasoningFailures failures = new ReasoningFailures();
        List<ChainedRecord> page = log.page(from, PAGE);
        while (!page.isEmpty()) {
            for (ChainedRecord record : page) {
                if (RecordCodec.decode(record.record()) instanceof DecisionRecord decision) {
                    failures.add(decision);
                }
            }
            page = log.page(page.getLast().sequence() + 1, PAGE);
        }
        return failures;
    }
}
