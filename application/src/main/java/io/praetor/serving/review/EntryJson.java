package io.praetor.serving.review;

import io.praetor.review.Case;
import io.praetor.review.Claim;
import io.praetor.review.queue.Entry;
import io.praetor.review.queue.Worth;
import io.praetor.serving.json.Json;
import io.praetor.situation.Labels;
import tools.jackson.core.JsonGenerator;

/** A place in the queue as JSON; what a blind case was decided as is not in it. */
final class EntryJson {
    private EntryJson() {}

    static void write(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        traits(json, entry.of());
        json.writeStringProperty("need", Labels.of(entry.need()));
        json.writeStringProperty("pick", Labels.of(entry.pick().shown()));
        json.writeBooleanProperty("blind", entry.blind());
        if (!entry.blind()) {
            json.writeName("worth");
            write(json, entry.worth());
        }
        Json.texts(json, "reasons", entry.reasons());
        entry.claim().ifPresent(claim -> write(json, claim));
        json.writeEndObject();
    }

    /** What tells a case from others, without its decision. */
    static void traits(JsonGenerator json, Case of) {
        json.writeStringProperty("id", of.id().value());
        json.writeStringProperty("hash", of.hash().toString());
        json.writeStringProperty("kind", of.kind().label());
        json.writeStringProperty("at", of.at().toString());
        json.writeStringProperty("version", of.traits().version());
        json.writeStringProperty("team", of.traits().team());
        json.writeStringProperty("tier", of.traits().tier().label());
        json.writeStringProperty("action", of.traits().action());
        json.writeStringProperty("role", of.traits().role());
        json.writeStringProperty("environment", of.traits().environment());
    }

    /** Writes the member {@code claim}. */
    static void write(JsonGenerator json, Claim claim) {
        json.writeName("claim");
        json.writeStartObject();
        json.writeStringProperty("record", claim.record().value());
        json.writeStringProperty("reviewer", claim.reviewer().value());
        json.writeStringProperty("since", claim.since().toString());
        json.writeStringProperty("until", claim.until().toString());
        claim.by().ifPresent(by -> json.writeStringProperty("by", by.value()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Worth worth) {
        json.writeStartObject();
        json.writeNumberProperty("value", worth.value());
        json.writeNumberProperty("chance", worth.chance());
        json.writeNumberProperty("stakes", worth.stakes());
        json.writeNumberProperty("uncertainty", worth.uncertainty());
        json.writeNumberProperty("mismatch", worth.mismatch());
        json.writeNumberProperty("novelty", worth.novelty());
        json.writeNumberProperty("failed", worth.failed());
        json.writeEndObject();
    }
}
