package io.praetor.serving.authzen;

import io.praetor.serving.decide.DecisionDesk;
import io.praetor.serving.decide.Outcome;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.situation.Dialect;
import io.praetor.situation.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * {@code POST /access/v1/evaluations}: several access evaluations (section 7), one after the other
 * in their order, since what one releases counts for the next. An evaluation that fails is false
 * with its error in the context; the others go on.
 */
public final class EvaluationsEndpoint implements Endpoint {
    private final DecisionDesk desk;
    private final EvaluationEndpoint single;
    private final EvaluationJson wire;
    private final int itemsMax;

    public EvaluationsEndpoint(DecisionDesk desk, boolean tellsContext, int itemsMax) {
        this.desk = desk;
        this.single = new EvaluationEndpoint(desk, tellsContext);
        this.wire = new EvaluationJson(tellsContext);
        this.itemsMax = itemsMax;
    }

    @Override
    public Reply answer(Request request) {
        return switch (EvaluationsBody.read(request.body(), itemsMax)) {
            case EvaluationsBody.Single body ->
                    single.reply(desk.ask(body.request(), Dialect.AUTHZEN, request.caller()));
            case EvaluationsBody.Malformed body -> single.reply(desk.refuse(body.refusals()));
            case EvaluationsBody.Batch body -> {
                List<Outcome> outcomes = outcomes(body, request);
                yield Reply.json(Json.bytes(json -> write(json, outcomes)));
            }
        };
    }

    private List<Outcome> outcomes(EvaluationsBody.Batch batch, Request request) {
        List<Outcome> outcomes = new ArrayList<>(batch.items().size());
        for (Optional<Map<String, @Nullable Object>> item : batch.items()) {
            Outcome outcome =
                    request.deadline().hasPassed()
                            ? new Outcome.OutOfTime()
                            : item.map(own -> desk.ask(own, Dialect.AUTHZEN, request.caller()))
                                    .orElseGet(() -> desk.refuse(noObject()));
            outcomes.add(outcome);
            if (batch.semantic().endsAfter(EvaluationJson.isPermitted(outcome))) {
                break;
            }
        }
        return outcomes;
    }

    private static List<Refusal> noObject() {
        return List.of(new Refusal("", "is not a JSON object"));
    }

    private void write(JsonGenerator json, List<Outcome> outcomes) {
        json.writeStartObject();
        json.writeArrayPropertyStart("evaluations");
        outcomes.forEach(outcome -> wire.write(json, outcome));
        json.writeEndArray();
        json.writeEndObject();
    }
}
