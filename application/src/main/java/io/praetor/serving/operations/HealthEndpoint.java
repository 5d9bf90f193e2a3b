package io.praetor.serving.operations;

import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code GET /health}: status and model as in seed 002, and which policy serves. */
final class HealthEndpoint implements Endpoint {
    private final Supplier<Vitals> vitals;
    private final Reloads reloads;
    private final BooleanSupplier isDraining;

    HealthEndpoint(Supplier<Vitals> vitals, Reloads reloads, BooleanSupplier isDraining) {
        this.vitals = vitals;
        this.reloads = reloads;
        this.isDraining = isDraining;
    }

    @Override
    public Reply answer(Request request) {
        Vitals now = vitals.get();
        boolean isHealthy = now.unready().isEmpty() && !isDraining.getAsBoolean();
        return Reply.of(
                isHealthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE,
                Reply.JSON,
                Json.bytes(json -> write(json, now)));
    }

    private void write(JsonGenerator json, Vitals now) {
        json.writeStartObject();
        json.writeStringProperty("status", status(now));
        now.unready().ifPresent(why -> json.writeStringProperty("cause", why));
        json.writeStringProperty("model", now.model());
        json.writeStringProperty("version", now.version());
        json.writeName("policy");
        json.writeStartObject();
        json.writeStringProperty("id", now.policy().id());
        json.writeStringProperty("version", now.policy().version());
        json.writeStringProperty("hash", now.policy().hash());
        json.writeEndObject();
        Optional<Reloads.Last> last = reloads.last();
        if (last.isPresent()) {
            json.writeName("policy_reload");
            json.writeStartObject();
            json.writeStringProperty("outcome", last.get().outcome().label());
            json.writeStringProperty("at", last.get().at().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private String status(Vitals now) {
        if (isDraining.getAsBoolean()) {
            return "draining";
        }
        return now.unready().isEmpty() ? "healthy" : "unready";
    }
}
