package io.praetor.serving.authzen;

import io.praetor.serving.decide.DecisionDesk;
import io.praetor.serving.decide.Outcome;
import io.praetor.serving.decide.Refusing;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.situation.Dialect;

/** {@code POST /access/v1/evaluation}: one access evaluation (section 6). */
public final class EvaluationEndpoint implements Endpoint {
    private final DecisionDesk desk;
    private final EvaluationJson wire;

    /**
     * @param tellsContext whether callers are told more than yes or no
     */
    public EvaluationEndpoint(DecisionDesk desk, boolean tellsContext) {
        this.desk = desk;
        this.wire = new EvaluationJson(tellsContext);
    }

    @Override
    public Reply answer(Request request) {
        return reply(desk.ask(request.body(), Dialect.AUTHZEN, request.caller()));
    }

    Reply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided _ -> Reply.json(Json.bytes(json -> wire.write(json, outcome)));
            case Outcome.TurnedAway away ->
                    ErrorStyle.AUTHZEN.reply(Refusing.problem(away.refused()));
            case Outcome.OutOfTime _ -> ErrorStyle.AUTHZEN.reply(Refusing.outOfTime());
        };
    }
}
