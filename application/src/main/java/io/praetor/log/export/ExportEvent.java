package io.praetor.log.export;

import io.praetor.log.ChainedRecord;
import io.praetor.log.EncodedRecord;
import io.praetor.log.RecordBody.Personal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A record as one JSON object, which masks may change. */
final class ExportEvent {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ExportEvent() {}

    /**
     * Members {@code sequence, id, at, kind, version, hash, body} and, where they are there, {@code
     * actor, situation, account}. Salts stay behind.
     *
     * @throws IllegalArgumentException where the record is damaged
     */
    static Map<String, @Nullable Object> of(ChainedRecord chained) {
        EncodedRecord record = chained.record();
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("sequence", chained.sequence());
        event.put("id", record.id().value());
        event.put("at", record.at().toString());
        event.put("kind", record.kind().label());
        event.put("version", record.version());
        event.put("hash", chained.hash().toString());
        try {
            event.put("body", tree(record.body().open().toBytes()));
            if (record.body().personal().isPresent()) {
                Personal personal = record.body().personal().get();
                event.put("account", tree(personal.account().toBytes()));
                personal.actor().ifPresent(actor -> event.put("actor", actor));
                if (personal.situation().isPresent()) {
                    event.put("situation", tree(personal.situation().get().toBytes()));
                }
            }
        } catch (JacksonException damaged) {
            throw new IllegalArgumentException(
                    "record %d is not JSON".formatted(chained.sequence()), damaged);
        }
        return event;
    }

    private static @Nullable Object tree(byte[] json) {
        return JSON.readValue(json, Object.class);
    }
}
