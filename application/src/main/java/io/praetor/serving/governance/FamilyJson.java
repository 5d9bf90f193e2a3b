package io.praetor.serving.governance;

import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.OwnerTasks;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.rollout.family.Grant;
import io.praetor.serving.json.Json;
import tools.jackson.core.JsonGenerator;

/** Families as JSON: what they are for and how they stand. */
public final class FamilyJson {
    private FamilyJson() {}

    public static void write(JsonGenerator json, FamilyRecord record) {
        Family family = record.family();
        json.writeStartObject();
        json.writeStringProperty("id", family.id());
        json.writeStringProperty("name", family.name());
        json.writeStringProperty("scope", family.scope().name());
        json.writeStringProperty("description", family.description());
        json.writeStringProperty("risk_tier", family.riskTier().name());
        json.writeStringProperty("owner", family.owner());
        json.writeStringProperty("notes", family.notes());
        json.writeStringProperty("created_at", family.createdAt().toString());
        Json.texts(
                json,
                "participants",
                family.assignment().participants().stream().sorted().toList());
        Json.texts(json, "groups", family.assignment().groups().stream().sorted().toList());
        Json.texts(json, "tasks", family.assignment().tasks().stream().sorted().toList());
        json.writeNumberProperty("revision", record.state().revision());
        json.writeStringProperty("hash", record.state().hash());
        ChangeJson.write(json, "heads", record.state().heads());
        json.writeArrayPropertyStart("versions");
        for (Version version : record.versions()) {
            json.writeStartObject();
            json.writeStringProperty("version_id", version.id().value());
            json.writeStringProperty("version_tag", version.tag());
            record.state()
                    .stateOf(version.id())
                    .ifPresent(it -> json.writeStringProperty("status", it.label()));
            record.trustOf(version.id())
                    .map(TrustSnapshot::credibility)
                    .ifPresent(it -> json.writeNumberProperty("trust_score", it.score()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("grants");
        record.state().grants().forEach(grant -> write(json, grant));
        json.writeEndArray();
        json.writeNumberProperty("events_read", record.progress().watermark());
        Json.texts(json, "owner_tasks", OwnerTasks.of(record));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Grant grant) {
        json.writeStartObject();
        Json.texts(json, "scope", grant.scope().stream().map(it -> it.name()).sorted().toList());
        json.writeStringProperty("expires_at", grant.expiresAt().toString());
        json.writeEndObject();
    }
}
