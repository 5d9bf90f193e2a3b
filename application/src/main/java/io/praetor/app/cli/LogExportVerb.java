package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.BadInput;
import io.praetor.log.LogTree;
import io.praetor.log.export.EventFormat;
import io.praetor.log.export.ExportPolicy;
import io.praetor.log.export.ExportPolicyReader;
import io.praetor.log.export.ExportPolicyReader.Reading;
import io.praetor.log.export.Exporter;
import io.praetor.log.export.Exporter.Report;
import io.praetor.log.export.Pseudonyms;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.ProblemReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes the log's records as lines for other programs. */
@Command(
        name = "export",
        description = {
            "write records as JSON Lines, CSV or OPA decision-log events",
            "An export policy drops records and masks fields; a record whose mask fails does not"
                    + " leave."
        })
final class LogExportVerb extends LogVerb {
    @Option(names = "--format", paramLabel = "FORMAT", description = "jsonl, csv or opa (jsonl)")
    private EventFormat format = EventFormat.JSONL;

    @Option(names = "--policy", paramLabel = "FILE", description = "the export policy, in YAML")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--pseudonymise",
            paramLabel = "KEYFILE",
            description = "stand keyed hashes in for identifiers, everywhere; any 16 bytes or more")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--from", paramLabel = "SEQUENCE", description = "the first record (0)")
    private long from;

    @Option(
            names = "--to",
            paramLabel = "SEQUENCE",
            description = "the record to stop before; otherwise the end")
    private long to = Long.MAX_VALUE;

    @Option(names = "--out", paramLabel = "FILE", description = "otherwise standard output")
    private Optional<Path> out = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    LogExportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (from < 0 || to < from) {
            throw new ParameterException(spec.commandLine(), "--from starts at 0, --to at --from");
        }
        Exporter exporter =
                new Exporter(
                        format,
                        policy.map(this::policy).orElse(ExportPolicy.OPEN),
                        key.map(this::pseudonyms));
        Report report;
        try (SqliteDecisionLog log = SqliteDecisionLog.read(logFile())) {
            report = out.isPresent() ? toFile(exporter, log, out.get()) : toOutput(exporter, log);
        }
        say(report);
        return ExitCode.OK;
    }

    private Report toOutput(Exporter exporter, SqliteDecisionLog log) {
        Report report = export(exporter, log, shell.out()::println);
        shell.out().flush();
        return report;
    }

    private Report toFile(Exporter exporter, SqliteDecisionLog log, Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(shell.folder().resolve(file))) {
            return export(
                    exporter,
                    log,
                    line -> {
                        try {
                            writer.write(line);
                            writer.write('\n');
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Report export(Exporter exporter, SqliteDecisionLog log, Consumer<String> lines) {
        long last = Math.min(to, LogTree.of(log).size());
        try (Progress progress = new Progress(shell, "exporting records", last - from)) {
            return exporter.export(log, from, to, lines, next -> progress.reach(next - from));
        }
    }

    /** Standard output belongs to the records, unless they went to a file. */
    private void say(Report report) {
        report.remarks().forEach(shell.err()::println);
        boolean isObject = json() && out.isPresent();
        PrintWriter where = isObject ? shell.out() : shell.err();
        where.println(
                isObject
                        ? JsonMapper.shared()
                                .createObjectNode()
                                .put("exported", report.exported())
                                .put("dropped", report.dropped())
                                .put("withheld", report.withheld())
                                .put("passed_over", report.passedOver())
                        : "exported %d, dropped %d, withheld %d, passed over %d of other kinds"
                                .formatted(
                                        report.exported(),
                                        report.dropped(),
                                        report.withheld(),
                                        report.passedOver()));
    }

    private ExportPolicy policy(Path file) {
        PolicySource source = source(file);
        return switch (ExportPolicyReader.read(source)) {
            case Reading.Accepted accepted -> accepted.policy();
            case Reading.Rejected rejected ->
                    throw new BadInput(
                            file
                                    + " is refused\n"
                                    + new ProblemReport(source).render(rejected.problems()));
        };
    }

    private Pseudonyms pseudonyms(Path file) {
        try {
            return new Pseudonyms(Files.readAllBytes(shell.folder().resolve(file)));
        } catch (IllegalArgumentException refused) {
            throw new BadInput(file + ": " + refused.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
