package io.praetor.serving.authzen;

import io.praetor.decision.Decision;
import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicyHeader;
import io.praetor.serving.decide.Outcome;
import io.praetor.serving.decide.Refusing;
import io.praetor.serving.http.Problem;
import io.praetor.serving.json.Answer;
import io.praetor.serving.json.Json;
import io.praetor.serving.json.ObligationJson;
import io.praetor.situation.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * An outcome as AuthZEN has it: {@code decision} is true for ALLOW and false for everything else;
 * {@code context} says what the effect is and what it rests on.
 *
 * @param tellsContext whether callers are told more than yes or no
 */
record EvaluationJson(boolean tellsContext) {
    static boolean isPermitted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                    decided.answer().released().decision().effect() == Effect.ALLOW;
            case Outcome.TurnedAway _, Outcome.OutOfTime _ -> false;
        };
    }

    void write(JsonGenerator json, Outcome outcome) {
        json.writeStartObject();
        json.writeBooleanProperty("decision", isPermitted(outcome));
        if (tellsContext) {
            json.writeName("context");
            json.writeStartObject();
            switch (outcome) {
                case Outcome.Decided decided -> write(json, decided.answer());
                case Outcome.TurnedAway away -> write(json, Refusing.problem(away.refused()));
                case Outcome.OutOfTime _ -> write(json, Refusing.outOfTime());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Answer answer) {
        Decision decision = answer.released().decision();
        json.writeStringProperty("id", decision.id().toString());
        json.writeStringProperty("effect", decision.effect().label());
        json.writeStringProperty("risk", decision.risk().label());
        List<String> reasons = new ArrayList<>(decision.reasons());
        reasons.addAll(answer.notes());
        Json.texts(json, "reasons", reasons);
        json.writeArrayPropertyStart("clauses");
        for (ClauseId id : decision.clauses()) {
            json.writeStartObject();
            json.writeStringProperty("id", id.value());
            Clause clause = decision.policy().clauses().get(id);
            if (clause != null) {
                json.writeStringProperty("text", clause.text());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        ObligationJson.write(json, decision.obligations());
        if (decision.effect() == Effect.REQUIRE_MFA) {
            json.writeStringProperty("amr_values", "mfa");
        }
        PolicyHeader policy = decision.policy().header();
        json.writeStringProperty("policy", policy.id() + " " + policy.version());
    }

    private static void write(JsonGenerator json, Problem problem) {
        String errors =
                problem.errors().stream().map(Refusal::toString).collect(Collectors.joining("; "));
        json.writeName("error");
        json.writeStartObject();
        json.writeNumberProperty("status", problem.status().code());
        json.writeStringProperty("message", errors.isEmpty() ? problem.detail() : errors);
        json.writeEndObject();
    }
}
