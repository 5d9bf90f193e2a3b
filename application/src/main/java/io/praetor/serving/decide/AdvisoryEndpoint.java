package io.praetor.serving.decide;

import io.praetor.decision.Decision;
import io.praetor.decision.Explanation;
import io.praetor.decision.RefusedRequest;
import io.praetor.policy.PolicyHeader;
import io.praetor.serving.access.Caller;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Answer;
import io.praetor.serving.json.DecisionJson;
import io.praetor.serving.json.Json;
import io.praetor.serving.telemetry.EventLog;
import io.praetor.situation.Dialect;
import tools.jackson.core.JsonGenerator;

/**
 * {@code POST /advisory}: the sidecar of seed 002. The flat dialect in; the advice as a text, who
 * gave it, and the whole decision out; one log line each.
 */
public final class AdvisoryEndpoint implements Endpoint {
    /** Who advises where nobody was asked but the rules: no language model, and we say so. */
    public static final String RULES = "rules";

    private final DecisionDesk desk;
    private final EventLog events;

    public AdvisoryEndpoint(DecisionDesk desk, EventLog events) {
        this.desk = desk;
        this.events = events;
    }

    @Override
    public Reply answer(Request request) {
        return switch (desk.ask(request.body(), Dialect.FLAT, request.caller())) {
            case Outcome.Decided decided -> advice(decided.answer(), request.caller());
            case Outcome.TurnedAway away -> refusal(away.refused(), request.caller());
            case Outcome.OutOfTime _ -> ErrorStyle.PROBLEM.reply(Refusing.outOfTime());
        };
    }

    private Reply advice(Answer answer, Caller caller) {
        Decision decision = answer.released().decision();
        events.info(
                "advisory",
                json -> {
                    json.writeStringProperty("decision_id", decision.id().toString());
                    json.writeStringProperty("decision", decision.effect().label());
                    json.writeStringProperty("risk_level", decision.risk().label());
                    json.writeStringProperty("classification", decision.classification());
                    json.writeStringProperty("path", decision.path().label());
                    json.writeStringProperty("model", adviser(decision));
                    json.writeStringProperty("version", version(decision));
                    json.writeNumberProperty("latency_micros", answer.totalMicros());
                    json.writeStringProperty("caller", caller.name());
                });
        return Reply.json(Json.bytes(json -> write(json, answer)));
    }

    private Reply refusal(RefusedRequest refused, Caller caller) {
        events.info(
                "advisory_refused",
                json -> {
                    json.writeStringProperty("decision_id", refused.id().toString());
                    json.writeNumberProperty("errors", refused.refusals().size());
                    json.writeStringProperty("caller", caller.name());
                });
        return ErrorStyle.PROBLEM.reply(Refusing.problem(refused));
    }

    private static void write(JsonGenerator json, Answer answer) {
        Decision decision = answer.released().decision();
        Explanation explanation = Explanation.of(decision);
        json.writeStartObject();
        json.writeStringProperty("advisory", advisory(decision, explanation));
        json.writeStringProperty("model", adviser(decision));
        json.writeStringProperty("version", version(decision));
        json.writeStringProperty("decision_id", decision.id().toString());
        json.writeStringProperty("decision", decision.effect().label());
        json.writeStringProperty("risk_level", decision.risk().label());
        json.writeStringProperty("classification", decision.classification());
        json.writeName("details");
        DecisionJson.write(json, answer, explanation);
        json.writeEndObject();
    }

    /** As seed 002 has it: {@code Decision: allow (low-risk read action). ...}. */
    private static String advisory(Decision decision, Explanation explanation) {
        return "Decision: %s (%s-risk %s). %s"
                .formatted(
                        decision.effect().label(),
                        decision.risk().label(),
                        decision.classification().replace('_', ' '),
                        explanation.rationale());
    }

    /** The name of whoever reasoned about it: the language model's own where there was one. */
    private static String adviser(Decision decision) {
        return decision.trail().reasoning().map(said -> said.adviser().name()).orElse(RULES);
    }

    private static String version(Decision decision) {
        PolicyHeader policy = decision.policy().header();
        return policy.id() + " " + policy.version();
    }
}
