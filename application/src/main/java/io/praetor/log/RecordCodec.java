package io.praetor.log;

import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.RecordBody.Personal;
import io.praetor.policy.Effect;
import io.praetor.situation.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Entries to record bodies and back; {@code docs/log-format.md} says it for other readers. What it
 * writes it reads back equal, as long as nothing was erased. A new member may come with any
 * release; an old one never changes its meaning.
 */
public final class RecordCodec {
    private RecordCodec() {}

    /**
     * Encodes an entry.
     *
     * @throws IllegalArgumentException where a text is not Unicode or a number is not finite
     */
    public static EncodedRecord encode(LogEntry entry, Salt salt) {
        RecordBody body =
                switch (entry) {
                    case DecisionRecord decision -> DecisionJson.write(decision, salt);
                    case RefusalRecord refusal -> bodyOf(refusal, salt);
                    case ErasureRecord erasure -> bodyOf(erasure);
                    case ImportedRecord imported -> bodyOf(imported, salt);
                };
        return new EncodedRecord(entry.id(), entry.at(), entry.kind(), entry.version(), body);
    }

    /**
     * Decodes a record.
     *
     * @throws IllegalArgumentException where the body is not what its kind says
     */
    public static LogEntry decode(EncodedRecord record) {
        Fields open = Fields.of(record.body().open());
        return switch (record.kind()) {
            case DECISION -> DecisionJson.read(record, open);
            case REFUSAL ->
                    new RefusalRecord(
                            record.id(), record.at(), open.count("count"), refusalsOf(record));
            case ERASURE ->
                    new ErasureRecord(
                            record.id(),
                            record.at(),
                            open.texts("records").stream().map(RecordId::new).toList(),
                            open.text("reason"),
                            open.text("approver"));
            case IMPORTED ->
                    new ImportedRecord(
                            record.id(),
                            record.at(),
                            open.labelIfAny("effect", Effect.class),
                            columnsOf(open),
                            account(record).map(RecordCodec::columnsOf).orElse(Map.of()));
        };
    }

    private static RecordBody bodyOf(RefusalRecord refusal, Salt salt) {
        CanonicalWriter account = new CanonicalWriter().open().name("refusals").openList();
        for (Refusal each : refusal.refusals()) {
            account.open().text("path", each.path()).text("reason", each.reason()).close();
        }
        Personal personal =
                new Personal(
                        salt,
                        account.closeList().close().toJson(),
                        Optional.empty(),
                        Optional.empty());
        CanonicalWriter writer = new CanonicalWriter().open().count("count", refusal.count());
        RecordBody.write(writer, personal.digests());
        return new RecordBody(writer.close().toJson(), Optional.of(personal));
    }

    private static List<Refusal> refusalsOf(EncodedRecord record) {
        return account(record).stream()
                .flatMap(account -> account.objects("refusals").stream())
                .map(each -> new Refusal(each.text("path"), each.text("reason")))
                .toList();
    }

    private static RecordBody bodyOf(ErasureRecord erasure) {
        CanonicalWriter writer =
                new CanonicalWriter()
                        .open()
                        .text("approver", erasure.approver())
                        .text("reason", erasure.reason())
                        .texts("records", erasure.records().stream().map(RecordId::value).toList());
        return new RecordBody(writer.close().toJson(), Optional.empty());
    }

    private static RecordBody bodyOf(ImportedRecord imported, Salt salt) {
        CanonicalWriter account = new CanonicalWriter().open();
        account.name("columns").value(imported.personal());
        Personal personal =
                new Personal(salt, account.close().toJson(), Optional.empty(), Optional.empty());
        CanonicalWriter writer = new CanonicalWriter().open();
        writer.name("columns").value(imported.open());
        writer.text("effect", imported.effect().map(Effect::label));
        RecordBody.write(writer, personal.digests());
        return new RecordBody(writer.close().toJson(), Optional.of(personal));
    }

    private static Map<String, Object> columnsOf(Fields fields) {
        return fields.object("columns").map().entrySet().stream()
                .filter(column -> column.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Fields> account(EncodedRecord record) {
        return record.body().personal().map(Personal::account).map(Fields::of);
    }
}
