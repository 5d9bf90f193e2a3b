package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.adapters.sqlite.SqliteReviewStore;
import io.praetor.app.Governance;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.governance.report.Period;
import io.praetor.governance.report.PeriodReport;
import io.praetor.governance.report.PeriodReport.Sources;
import io.praetor.review.CaseBook;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the review of the last day, week or month. */
@Command(
        name = "report",
        description = {
            "review the last day, week or month: errors, overrides, latency, distribution",
            "It ends with the newest day in the log, in UTC; status 1 where something is to be"
                    + " looked at."
        })
final class ReportVerb extends Verb {
    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "day, week or month (${DEFAULT-VALUE})")
    private Period period = Period.WEEK;

    ReportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Config config = config();
        Path file = config.data().resolve(Wiring.LOG_FILE);
        try (SqliteDecisionLog log = SqliteDecisionLog.read(file);
                SqliteReviewStore reviews = SqliteReviewStore.read(file);
                Governance governance = Governance.ifThere(config)) {
            Sources sources =
                    new Sources(
                            log,
                            log.tallies(),
                            new CaseBook(log, log, reviews).reviewed(),
                            governance.store());
            Optional<PeriodReport> report = PeriodReport.of(sources, period);
            if (report.isEmpty()) {
                shell.out().println(json() ? "{}" : "nothing is recorded yet");
                return ExitCode.OK;
            }
            ReportText text = new ReportText(report.get());
            if (json()) {
                shell.out().println(text.json());
            } else {
                text.lines().forEach(shell.out()::println);
            }
            return text.alerts().isEmpty() ? ExitCode.OK : ExitCode.NO;
        }
    }
}
