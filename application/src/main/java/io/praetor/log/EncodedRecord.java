package io.praetor.log;

import java.time.Instant;

/**
 * A record ready for the chain.
 *
 * @param at to the microsecond
 * @param version the version that acted; empty where none did
 */
public record EncodedRecord(
        RecordId id, Instant at, RecordKind kind, String version, RecordBody body) {
    public EncodedRecord {
        at = Micros.truncated(at);
    }
}
