package io.praetor.serving.governance;

import io.praetor.governance.RefusedChange;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.Heads;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.VersionState;
import io.praetor.serving.json.Json;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/** Changes and refusals as JSON: who, what, why and on which figures. */
public final class ChangeJson {
    private ChangeJson() {}

    public static void write(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("meta_policy_id", change.family());
        json.writeNumberProperty("sequence", change.sequence());
        json.writeStringProperty("at", change.at().toString());
        json.writeStringProperty("action", change.action().name());
        json.writeStringProperty("target", change.target().label());
        change.from()
                .map(VersionState::label)
                .ifPresent(it -> json.writeStringProperty("from", it));
        change.to().map(VersionState::label).ifPresent(it -> json.writeStringProperty("to", it));
        json.writeStringProperty("trigger", trigger(change.by()));
        json.writeStringProperty("requested_by", change.by().name());
        change.approvedBy().ifPresent(it -> json.writeStringProperty("approved_by", it));
        json.writeStringProperty("reasoning", change.reason());
        Json.texts(json, "evidence", change.evidence());
        change.grant()
                .ifPresent(
                        grant -> {
                            json.writeName("grant");
                            json.writeStartObject();
                            Json.texts(
                                    json,
                                    "scope",
                                    grant.scope().stream().map(it -> it.name()).sorted().toList());
                            json.writeStringProperty("expires_at", grant.expiresAt().toString());
                            json.writeEndObject();
                        });
        write(json, "before", change.before());
        write(json, "after", change.after());
        json.writeStringProperty("previous_hash", change.previousHash());
        json.writeStringProperty("hash", change.hash());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, RefusedChange refused) {
        json.writeStartObject();
        json.writeNumberProperty("number", refused.number());
        json.writeStringProperty("at", refused.at().toString());
        json.writeStringProperty("action", refused.action().name());
        json.writeStringProperty("target", refused.target());
        json.writeStringProperty("requested_by", refused.requestedBy());
        refused.approvedBy().ifPresent(it -> json.writeStringProperty("approved_by", it));
        json.writeStringProperty("reasoning", refused.reason());
        json.writeStringProperty("refused", refused.refusal().map(Enum::name).orElse("GATE"));
        json.writeStringProperty("message", refused.message());
        json.writeArrayPropertyStart("gates");
        refused.gates().forEach(gate -> write(json, gate));
        json.writeEndArray();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, GateOutcome gate) {
        json.writeStartObject();
        json.writeStringProperty("gate", gate.gate().name());
        json.writeStringProperty("answer", gate.answer().name());
        finite(json, "value", gate.value());
        finite(json, "bound", gate.bound());
        json.writeNumberProperty("limit", gate.limit());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, String name, Heads heads) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("status", heads.status().name());
        heads.defaultVersion()
                .ifPresent(it -> json.writeStringProperty("default_version", it.value()));
        heads.fallback().ifPresent(it -> json.writeStringProperty("fallback_version", it.value()));
        Json.texts(json, "standby", heads.standby().stream().map(VersionId::value).toList());
        json.writeEndObject();
    }

    /** JSON has no infinities; a bound that is one says nothing. */
    static void finite(JsonGenerator json, String name, OptionalDouble number) {
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            json.writeNumberProperty(name, number.getAsDouble());
        }
    }

    private static String trigger(Initiator by) {
        return switch (by) {
            case Initiator.Person _ -> "HUMAN";
            case Initiator.Learning _ -> "LEARNING";
            case Initiator.Automatic(String rule) -> "AUTO(" + rule + ")";
        };
    }
}
