package io.praetor.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.praetor.log.Proof.Consistency;
import io.praetor.log.Proof.Disclosure;
import io.praetor.log.Proof.Inclusion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proofs as JSON files, complete in themselves; {@code docs/log-format.md} says what is in one. */
public final class ProofJson {
    private static final String INCLUSION = "praetor.inclusion.v1";
    private static final String CONSISTENCY = "praetor.consistency.v1";

    private ProofJson() {}

    public static CanonicalJson write(Proof proof) {
        CanonicalWriter writer = new CanonicalWriter().open();
        switch (proof) {
            case Inclusion inclusion -> {
                writer.name("disclosed").open();
                inclusion
                        .disclosed()
                        .forEach(
                                (part, shown) ->
                                        writer.name(part.label())
                                                .open()
                                                .text("key", shown.key().toString())
                                                .text("text", shown.text().toString())
                                                .close());
                writer.close()
                        .text("head", inclusion.head().toString())
                        .name("path")
                        .texts(hex(inclusion.path()));
                write(writer.name("record"), inclusion);
                writer.text("type", INCLUSION);
            }
            case Consistency consistency ->
                    writer.text("newer", consistency.newer().toString())
                            .text("older", consistency.older().toString())
                            .name("path")
                            .texts(hex(consistency.path()))
                            .text("type", CONSISTENCY);
        }
        return writer.close().toJson();
    }

    /**
     * Reads a proof.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static Proof read(String json) {
        Fields fields = Fields.of(CanonicalJson.stored(json.getBytes(UTF_8)));
        String type = fields.text("type");
        return switch (type) {
            case INCLUSION -> inclusion(fields);
            case CONSISTENCY ->
                    new Consistency(
                            head(fields.text("older")), head(fields.text("newer")), path(fields));
            default -> throw new IllegalArgumentException("unknown proof `%s`".formatted(type));
        };
    }

    private static void write(CanonicalWriter writer, Inclusion inclusion) {
        ChainedRecord record = inclusion.record();
        writer.open()
                .text("body", record.record().body().open().toString())
                .text("hash", record.hash().toString())
                .text("id", record.record().id().value())
                .count("instant", Micros.of(record.record().at()))
                .text("kind", record.record().kind().label())
                .text("previous", inclusion.previous().toString())
                .count("sequence", record.sequence())
                .text("version", record.record().version())
                .close();
    }

    private static Inclusion inclusion(Fields fields) {
        Fields record = fields.object("record");
        EncodedRecord encoded =
                new EncodedRecord(
                        new RecordId(record.text("id")),
                        Micros.instant(record.micros("instant")),
                        RecordKind.ofLabel(record.text("kind")),
                        record.text("version"),
                        new RecordBody(stored(record.text("body")), Optional.empty()));
        Map<Part, Disclosure> disclosed = new EnumMap<>(Part.class);
        Fields shown = fields.objectOrEmpty("disclosed");
        for (Part part : Part.values()) {
            shown.objectIfAny(part.label())
                    .ifPresent(
                            each ->
                                    disclosed.put(
                                            part,
                                            new Disclosure(
                                                    Hash.ofHex(each.text("key")),
                                                    stored(each.text("text")))));
        }
        return new Inclusion(
                new ChainedRecord(
                        record.micros("sequence"), encoded, Hash.ofHex(record.text("hash"))),
                Hash.ofHex(record.text("previous")),
                head(fields.text("head")),
                path(fields),
                disclosed);
    }

    private static SignedNote head(String note) {
        SignedNote head = SignedNote.of(note);
        return new SignedNote(Checkpoint.ofText(head.text()).text(), head.signatures());
    }

    private static CanonicalJson stored(String text) {
        return CanonicalJson.stored(text.getBytes(UTF_8));
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::toString).toList();
    }

    private static List<Hash> path(Fields fields) {
        return fields.texts("path").stream().map(Hash::ofHex).toList();
    }
}
