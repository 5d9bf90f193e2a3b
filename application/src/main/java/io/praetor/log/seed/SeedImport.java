package io.praetor.log.seed;

import io.praetor.decision.Recording;
import io.praetor.decision.Recording.NotRecorded;
import io.praetor.log.ChainedRecorder;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import io.praetor.situation.Labels;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes rows of seed 003's table into a log. Every value is kept as it was found; the decision's
 * label is mapped where its meaning is plain, and reported where it is not. A row whose id is
 * already in the log, or came before, is reported and left out.
 */
public final class SeedImport {
    /** Columns that say nothing about persons; all others, unknown ones too, are personal. */
    private static final Set<String> OPEN =
            Set.of(
                    "timestamp",
                    "model_name",
                    "model_version",
                    "prompt_version",
                    "decision",
                    "classification",
                    "risk_level",
                    "expected_decision",
                    "decision_correct",
                    "reasoning_coverage",
                    "reviewed",
                    "review_decision",
                    "review_timestamp",
                    "scenario_id",
                    "tags");

    private static final String ID = "decision_id";
    private static final String DECISION = "decision";

    /** More remarks than anybody reads; the counts go on. */
    private static final int REMARKS_MAX = 1_000;

    private final DecisionLog log;
    private final ChainedRecorder recorder;
    private final InstantSource clock;
    private final List<String> remarks = new ArrayList<>();
    private long imported;
    private long duplicates;
    private long malformed;
    private long failed;

    public SeedImport(DecisionLog log, ChainedRecorder recorder, InstantSource clock) {
        this.log = log;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * What became of the rows.
     *
     * @param imported rows that are now in the log
     * @param duplicates rows left out because their id was there already
     * @param malformed imported rows whose decision has no plain meaning
     * @param failed rows that could not be kept
     * @param remarks a line for each duplicate, malformed or failed row, up to a limit
     */
    public record Report(
            long imported, long duplicates, long malformed, long failed, List<String> remarks) {
        public Report {
            remarks = List.copyOf(remarks);
        }
    }

    public Report report() {
        return new Report(imported, duplicates, malformed, failed, remarks);
    }

    public void add(SeedRow row) {
        Optional<RecordId> id = idOf(row);
        if (id.isEmpty()) {
            failed++;
            remark(row, "has no usable decision_id; left out");
        } else if (log.find(id.get()).isPresent()) {
            duplicates++;
            remark(row, "`%s` is already in the log; left out".formatted(id.get()));
        } else {
            record(row, id.get());
        }
    }

    private void record(SeedRow row, RecordId id) {
        Optional<Effect> effect =
                row.text(DECISION).flatMap(label -> Labels.read(Effect.class, label));
        Map<String, Object> open = new HashMap<>(row.columns());
        open.keySet().retainAll(OPEN);
        Map<String, Object> personal = new HashMap<>(row.columns());
        personal.keySet().removeAll(OPEN);
        personal.remove(ID);
        Recording recording =
                recorder.record(new ImportedRecord(id, clock.instant(), effect, open, personal));
        if (recording instanceof NotRecorded lost) {
            failed++;
            remark(row, "`%s` was not kept: %s".formatted(id, lost.cause()));
            return;
        }
        imported++;
        if (effect.isEmpty()) {
            malformed++;
            remark(
                    row,
                    "`%s` decided `%s`, which is no known decision; kept as it is"
                            .formatted(id, row.text(DECISION).orElse("")));
        }
    }

    private static Optional<RecordId> idOf(SeedRow row) {
        return row.text(ID)
                .filter(id -> !id.isBlank() && id.length() <= RecordId.LENGTH_MAX)
                .map(RecordId::new);
    }

    private void remark(SeedRow row, String remark) {
        if (remarks.size() < REMARKS_MAX) {
            remarks.add("row %d: %s".formatted(row.number(), remark));
        }
    }
}
