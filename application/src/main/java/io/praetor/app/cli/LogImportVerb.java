package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SeedDatabase;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.LogWriting;
import io.praetor.log.seed.SeedImport;
import io.praetor.log.seed.SeedImport.Report;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the decisions table of another system's database into the log. */
@Command(
        name = "import",
        description = {
            "take a database with the reference's decisions table into the log",
            "Every value is kept as it was; malformed labels and duplicates are reported. Status 1"
                    + " where a row could not be kept."
        })
final class LogImportVerb extends LogVerb {
    @Parameters(paramLabel = "FILE", description = "the SQLite database")
    private Path file = Path.of("");

    LogImportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Report report;
        SeedDatabase database = new SeedDatabase(shell.folder().resolve(file));
        long rows = database.rows();
        try (LogWriting writing = LogWriting.open(logFile(), config().log());
                Progress progress = new Progress(shell, "importing decisions", rows)) {
            SqliteDecisionLog log = writing.log();
            SeedImport imported = new SeedImport(log, writing.recorder(), InstantSource.system());
            database.read(
                    row -> {
                        imported.add(row);
                        progress.step();
                    });
            report = imported.report();
        }
        shell.out().println(json() ? object(report) : text(report));
        return report.failed() == 0 ? ExitCode.OK : ExitCode.NO;
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder();
        report.remarks().forEach(remark -> text.append(remark).append('\n'));
        return text
                + "imported %d, left out %d duplicates, %d without a known decision, %d failed"
                        .formatted(
                                report.imported(),
                                report.duplicates(),
                                report.malformed(),
                                report.failed());
    }

    private static ObjectNode object(Report report) {
        ObjectNode object =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("imported", report.imported())
                        .put("duplicates", report.duplicates())
                        .put("malformed", report.malformed())
                        .put("failed", report.failed());
        ArrayNode remarks = object.putArray("remarks");
        report.remarks().forEach(remarks::add);
        return object;
    }
}
