package io.praetor.serving.http;

import io.praetor.situation.Refusal;
import tools.jackson.core.JsonGenerator;

/**
 * A problem document (RFC 9457), with the parts of the request that are wrong as {@code errors}.
 */
public final class ProblemJson {
    private ProblemJson() {}

    public static void write(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("type", "about:blank");
        json.writeStringProperty("title", problem.status().title());
        json.writeNumberProperty("status", problem.status().code());
        json.writeStringProperty("detail", problem.detail());
        problem.instance().ifPresent(id -> json.writeStringProperty("instance", id));
        if (!problem.errors().isEmpty()) {
            json.writeArrayPropertyStart("errors");
            for (Refusal refusal : problem.errors()) {
                json.writeStartObject();
                json.writeStringProperty("path", refusal.path());
                json.writeStringProperty("reason", refusal.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
