package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.LogWriting;
import io.praetor.decision.Recording;
import io.praetor.decision.Recording.NotRecorded;
import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.RecordId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Deletes what records say about persons, on the record. */
@Command(
        name = "erase",
        description = {
            "delete the personal parts of records for good; the chain stays whole",
            "First an erasure record says which, why and who answers for it; then they go."
        })
final class LogEraseVerb extends LogVerb {
    /** Ids that one erasure record names; more become several records. */
    private static final int IDS_MAX = 1_000;

    private static final int PAGE = 1_024;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "records to erase")
    private List<String> ids = List.of();

    @Option(
            names = "--actor",
            paramLabel = "ID",
            description = "erase every record whose actor this is")
    private Optional<String> actor = Optional.empty();

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "which law or request asks for it; it is recorded")
    private String reason = "";

    @Option(
            names = "--approver",
            required = true,
            paramLabel = "WHO",
            description = "who answers for it; it is recorded")
    private String approver = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    LogEraseVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (ids.isEmpty() && actor.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "say the IDs of records, or --actor");
        }
        SqliteDecisionLog.read(logFile()).close();
        List<RecordId> erased;
        try (LogWriting writing = LogWriting.open(logFile(), config().log())) {
            erased = List.copyOf(asked(writing.log()));
            for (int start = 0; start < erased.size(); start += IDS_MAX) {
                int end = Math.min(erased.size(), start + IDS_MAX);
                erase(writing, erased.subList(start, end));
            }
        }
        shell.out()
                .println(
                        json()
                                ? JsonMapper.shared()
                                        .createObjectNode()
                                        .put("erased", erased.size())
                                        .toString()
                                : "erased the personal parts of %d records"
                                        .formatted(erased.size()));
        return ExitCode.OK;
    }

    private void erase(LogWriting writing, List<RecordId> records) {
        Instant now = InstantSource.system().instant();
        Recording recording =
                writing.recorder()
                        .record(
                                new ErasureRecord(
                                        RecordId.of(writing.ids().get()),
                                        now,
                                        records,
                                        reason,
                                        approver));
        if (recording instanceof NotRecorded lost) {
            throw new LogUnavailableException("nothing was erased: " + lost.cause());
        }
        writing.log().erase(records);
    }

    private Set<RecordId> asked(DecisionLog log) {
        Set<RecordId> asked = new LinkedHashSet<>();
        for (String id : ids) {
            asked.add(record(log, id).record().id());
        }
        actor.ifPresent(person -> asked.addAll(recordsOf(person, log)));
        return asked;
    }

    private static List<RecordId> recordsOf(String person, DecisionLog log) {
        List<RecordId> found = new ArrayList<>();
        List<ChainedRecord> page = log.page(0, PAGE);
        while (!page.isEmpty()) {
            for (ChainedRecord record : page) {
                Optional<String> id = record.record().body().personal().flatMap(Personal::actor);
                if (id.equals(Optional.of(person))) {
                    found.add(record.record().id());
                }
            }
            page = log.page(page.getLast().sequence() + 1, PAGE);
        }
        return found;
    }
}
