package io.praetor.serving.review;

import io.praetor.log.ChainedRecord;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.Particulars;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.RecordCodec;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Attributes;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a record says was decided, without its policy: texts as they were recorded, or as the
 * imported row had them.
 *
 * @param confidence of a decision made here
 * @param clauses of a decision made here
 * @param model what an imported row says decided it
 */
public record RecordAccount(
        Optional<String> effect,
        Optional<String> classification,
        Optional<String> risk,
        Optional<String> path,
        OptionalDouble confidence,
        Optional<List<ClauseId>> clauses,
        Optional<String> model,
        List<String> reasons) {
    private static final RecordAccount NONE =
            new RecordAccount(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    public RecordAccount {
        clauses = clauses.map(List::copyOf);
        reasons = List.copyOf(reasons);
    }

    /** The account that the record gives of itself; to be shown to nobody who judges it blind. */
    public static RecordAccount of(ChainedRecord record) {
        return switch (RecordCodec.decode(record.record())) {
            case DecisionRecord decided ->
                    new RecordAccount(
                            Optional.of(decided.effect().label()),
                            Optional.of(decided.classification()),
                            Optional.of(decided.risk().label()),
                            Optional.of(decided.path().label()),
                            OptionalDouble.of(decided.confidence()),
                            Optional.of(decided.clauses()),
                            Optional.empty(),
                            decided.particulars().map(Particulars::reasons).orElse(List.of()));
            case ImportedRecord imported ->
                    new RecordAccount(
                            imported.effect()
                                    .map(Effect::label)
                                    .or(() -> column(imported.open(), "decision")),
                            column(imported.open(), "classification"),
                            column(imported.open(), "risk_level"),
                            Optional.empty(),
                            OptionalDouble.empty(),
                            Optional.empty(),
                            column(imported.open(), "model_name"),
                            column(imported.personal(), "reasoning").stream().toList());
            case RefusalRecord _, ErasureRecord _ -> NONE;
        };
    }

    /** As it was recorded, or as the imported row had it; empty where it was erased. */
    public static Optional<Attributes> situation(ChainedRecord record) {
        return switch (RecordCodec.decode(record.record())) {
            case ImportedRecord imported ->
                    Optional.ofNullable(imported.personal().get("situation"))
                            .map(String::valueOf)
                            .map(RecordAccount::parsed);
            case DecisionRecord _, RefusalRecord _, ErasureRecord _ ->
                    record.record()
                            .body()
                            .personal()
                            .flatMap(Personal::situation)
                            .map(stored -> parsed(stored.toString()));
        };
    }

    /** What is no JSON object is shown as the text it is. */
    private static Attributes parsed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (StrictJson.read(bytes, DoorLimits.batch(bytes.length))) {
            case JsonReading.Parsed parsed -> parsed.object();
            case JsonReading.Malformed _ -> Attributes.of("text", text);
        };
    }

    private static Optional<String> column(Map<String, Object> columns, String name) {
        return Optional.ofNullable(columns.get(name)).map(String::valueOf);
    }
}
