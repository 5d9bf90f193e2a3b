package io.praetor.serving.governance;

import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.selection.MetaContexts;
import io.praetor.intervention.Feedback;
import io.praetor.intervention.Intervention;
import io.praetor.intervention.InterventionDesk;
import io.praetor.intervention.InterventionDesk.Learning;
import io.praetor.intervention.Suggestion;
import io.praetor.rollout.evidence.Deltas;
import io.praetor.rollout.evidence.InterventionReward;
import io.praetor.serving.access.Access;
import io.praetor.serving.access.Scope;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Route;
import io.praetor.serving.json.Json;
import io.praetor.situation.Labels;
import io.praetor.situation.MetaContext;
import io.praetor.situation.Refusal;
import io.praetor.situation.RiskLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** {@code /policy/recommend} and {@code /policy/feedback}: next steps beside decisions. */
public final class InterventionRoutes {
    private final InterventionDesk desk;

    public InterventionRoutes(InterventionDesk desk) {
        this.desk = desk;
    }

    public List<Route> list() {
        return List.of(
                post("/policy/recommend", this::recommend), post("/policy/feedback", this::learn));
    }

    private Reply recommend(Request request) {
        Form form = Form.of(request.body());
        String id = form.text("request_id");
        MetaContext meta = MetaContexts.of(form.value("meta"));
        RiskLevel risk = form.choice("risk", RiskLevel.values()).orElse(RiskLevel.CRITICAL);
        Set<Intervention> allowed = allowed(form);
        List<Refusal> refusals = form.refusals();
        if (!refusals.isEmpty()) {
            return Problems.malformed(refusals);
        }
        Suggestion suggestion = desk.suggest(id, meta, risk, allowed);
        return Reply.json(Json.bytes(json -> write(json, suggestion)));
    }

    /** All of the list where the caller names none. */
    private static Set<Intervention> allowed(Form form) {
        Set<Intervention> allowed = EnumSet.noneOf(Intervention.class);
        for (String name : form.texts("allowed")) {
            Labels.read(Intervention.class, name)
                    .ifPresentOrElse(
                            allowed::add, () -> form.refuse("allowed", "has `%s`".formatted(name)));
        }
        return form.has("allowed") ? allowed : EnumSet.allOf(Intervention.class);
    }

    private Reply learn(Request request) {
        Form form = Form.of(request.body());
        try {
            Feedback feedback = feedback(form);
            List<Refusal> refusals = form.refusals();
            return refusals.isEmpty() ? reply(desk.learn(feedback)) : Problems.malformed(refusals);
        } catch (IllegalArgumentException refused) {
            return Problems.malformed(refused);
        }
    }

    private static Feedback feedback(Form form) {
        Deltas deltas =
                new Deltas(
                        form.number("delta_coherence"),
                        form.number("delta_accuracy"),
                        form.number("delta_calibration"),
                        form.number("delta_latency"));
        OptionalDouble reward = form.number("reward");
        return new Feedback(
                form.text("request_id"),
                reward.isPresent() ? reward : InterventionReward.DEFAULT.of(deltas),
                form.flag("overridden").orElse(false));
    }

    private static Reply reply(Learning learning) {
        return switch (learning) {
            case LEARNED, KEPT, ALREADY ->
                    Reply.json(
                            Json.bytes(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeStringProperty("feedback", learning.name());
                                        json.writeEndObject();
                                    }));
            case CONFLICT ->
                    Problems.of(HttpStatus.CONFLICT, "other feedback is kept for this suggestion");
            case UNKNOWN -> Problems.of(HttpStatus.NOT_FOUND, "no such suggestion");
        };
    }

    private static void write(JsonGenerator json, Suggestion suggestion) {
        Intervention intervention = suggestion.intervention();
        json.writeStartObject();
        json.writeStringProperty("request_id", suggestion.id());
        json.writeStringProperty("intervention", intervention.name());
        json.writeStringProperty("layer", intervention.layer().name());
        json.writeStringProperty("risk", intervention.risk().name());
        json.writeArrayPropertyStart("parameters");
        intervention
                .parameters()
                .forEach(
                        (name, bounds) -> {
                            json.writeStartObject();
                            json.writeStringProperty("name", name);
                            json.writeNumberProperty("value", bounds.usual());
                            json.writeNumberProperty("lowest", bounds.lowest());
                            json.writeNumberProperty("highest", bounds.highest());
                            json.writeEndObject();
                        });
        json.writeEndArray();
        json.writeNumberProperty("promise", suggestion.promise());
        json.writeNumberProperty("revision", suggestion.revision());
        json.writeStringProperty("why", suggestion.why());
        json.writeEndObject();
    }

    private static Route post(String path, Endpoint endpoint) {
        return new Route(
                HttpMethod.POST,
                path,
                new Access.Holding(Scope.DECIDE),
                ErrorStyle.PROBLEM,
                request -> {
                    try {
                        return endpoint.answer(request);
                    } catch (StoreUnavailableException down) {
                        return Problems.of(
                                HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(down.getMessage()));
                    }
                });
    }
}
