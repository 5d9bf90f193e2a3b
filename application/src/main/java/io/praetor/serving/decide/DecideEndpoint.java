package io.praetor.serving.decide;

import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.Problem;
import io.praetor.serving.http.ProblemJson;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.DecisionJson;
import io.praetor.serving.json.Json;
import io.praetor.serving.json.JsonTree;
import io.praetor.situation.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code POST /v1/decide}: one request or a batch, in any dialect; full decisions out. */
public final class DecideEndpoint implements Endpoint {
    private final DecisionDesk desk;
    private final int batchItemsMax;

    public DecideEndpoint(DecisionDesk desk, int batchItemsMax) {
        this.desk = desk;
        this.batchItemsMax = batchItemsMax;
    }

    @Override
    public Reply answer(Request request) {
        return switch (DecideBody.read(request.body(), batchItemsMax)) {
            case DecideBody.Single _ -> single(desk.ask(request.body(), request.caller()));
            case DecideBody.Malformed malformed -> single(desk.refuse(malformed.refusals()));
            case DecideBody.Batch batch -> batch(batch.items(), request);
        };
    }

    private static Reply single(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                    Reply.json(Json.bytes(json -> DecisionJson.write(json, decided.answer())));
            case Outcome.TurnedAway away ->
                    ErrorStyle.PROBLEM.reply(Refusing.problem(away.refused()));
            case Outcome.OutOfTime _ -> ErrorStyle.PROBLEM.reply(Refusing.outOfTime());
        };
    }

    /** One after the other: what one releases counts for the next. */
    private Reply batch(List<?> items, Request request) {
        List<Outcome> outcomes = new ArrayList<>(items.size());
        for (Object item : items) {
            outcomes.add(
                    request.deadline().hasPassed()
                            ? new Outcome.OutOfTime()
                            : JsonTree.object(item)
                                    .map(object -> desk.ask(object, request.caller()))
                                    .orElseGet(() -> desk.refuse(noObject())));
        }
        return Reply.json(Json.bytes(json -> write(json, outcomes)));
    }

    private static List<Refusal> noObject() {
        return List.of(new Refusal("", "is not a JSON object"));
    }

    private static void write(JsonGenerator json, List<Outcome> outcomes) {
        json.writeStartObject();
        json.writeArrayPropertyStart("decisions");
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Decided decided -> DecisionJson.write(json, decided.answer());
                case Outcome.TurnedAway away -> write(json, Refusing.problem(away.refused()));
                case Outcome.OutOfTime _ -> write(json, Refusing.outOfTime());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        json.writeName("problem");
        ProblemJson.write(json, problem);
        json.writeEndObject();
    }
}
