package io.praetor.serving.json;

import io.praetor.decision.Citation;
import io.praetor.decision.Decision;
import io.praetor.decision.Explanation;
import io.praetor.decision.Recording;
import io.praetor.decision.Timing;
import io.praetor.policy.PolicyHeader;
import io.praetor.rules.NearestMiss;
import io.praetor.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The full decision with its explanation, as {@code /v1/decide} and the command line give it. */
public final class DecisionJson {
    private DecisionJson() {}

    /** Writes one object. The answer's notes join the reasons. */
    public static void write(JsonGenerator json, Answer answer) {
        write(json, answer, Explanation.of(answer.released().decision()));
    }

    /** As {@link #write(JsonGenerator, Answer)}, for whoever has the explanation already. */
    public static void write(JsonGenerator json, Answer answer, Explanation explanation) {
        Decision decision = answer.released().decision();
        json.writeStartObject();
        json.writeStringProperty("id", decision.id().toString());
        decision.situation()
                .requestId()
                .ifPresent(id -> json.writeStringProperty("request_id", id));
        json.writeStringProperty("decided_at", decision.decidedAt().toString());
        json.writeStringProperty("effect", decision.effect().label());
        json.writeStringProperty("resolved", decision.resolved().label());
        json.writeStringProperty("classification", decision.classification());
        json.writeStringProperty("risk", decision.risk().label());
        writeAccount(json, decision, explanation, answer.notes());
        json.writeStringProperty("path", decision.path().label());
        json.writeNumberProperty("confidence", decision.confidence());
        writeEvaluators(json, decision);
        writeVersion(json, decision);
        writeLatency(json, decision.timing(), answer.totalMicros());
        write(json, answer.released().recording());
        json.writeEndObject();
    }

    private static void writeAccount(
            JsonGenerator json, Decision decision, Explanation explanation, List<String> notes) {
        json.writeName("r6");
        write(json, explanation.frame());
        List<String> reasons = new ArrayList<>(decision.reasons());
        reasons.addAll(notes);
        Json.texts(json, "reasons", reasons);
        Json.texts(json, "steps", explanation.steps());
        json.writeStringProperty("rationale", explanation.rationale());
        writeCitations(json, explanation.citations());
        writeNearestMisses(json, explanation.nearestMisses());
        ObligationJson.write(json, decision.obligations());
    }

    private static void write(JsonGenerator json, Explanation.Frame frame) {
        json.writeStartObject();
        Json.texts(json, "rules", frame.rules());
        json.writeStringProperty("role", frame.role());
        json.writeStringProperty("request", frame.request());
        Json.texts(json, "reference", frame.reference());
        json.writeStringProperty("resource", frame.resource());
        json.writeStringProperty("result", frame.result());
        json.writeEndObject();
    }

    private static void writeCitations(JsonGenerator json, List<Citation> citations) {
        json.writeArrayPropertyStart("citations");
        for (Citation citation : citations) {
            json.writeStartObject();
            json.writeStringProperty("clause", citation.clause().value());
            json.writeStringProperty("quote", citation.quote());
            json.writeStringProperty("tier", citation.tier().label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNearestMisses(JsonGenerator json, List<NearestMiss> misses) {
        json.writeArrayPropertyStart("nearest_misses");
        for (NearestMiss miss : misses) {
            json.writeStartObject();
            json.writeStringProperty("rule", miss.rule().value());
            json.writeStringProperty("clause", miss.clause().value());
            json.writeStringProperty("input", miss.input());
            json.writeStringProperty("change", miss.change());
            json.writeStringProperty("effect", miss.effect().label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeEvaluators(JsonGenerator json, Decision decision) {
        RuleOutcome rules = decision.trail().rules();
        Json.texts(json, "ambiguities", EvaluationJson.ambiguitiesOf(rules.evaluation()));
        Json.texts(json, "missing", rules.missing());
        Json.texts(json, "advice", rules.advice());
        json.writeName("evaluations");
        EvaluationJson.write(json, decision.trail());
    }

    private static void writeVersion(JsonGenerator json, Decision decision) {
        PolicyHeader policy = decision.policy().header();
        json.writeStringProperty("version", decision.version().id());
        json.writeStringProperty("stage", decision.version().authority().stage());
        json.writeName("policy");
        json.writeStartObject();
        json.writeStringProperty("id", policy.id());
        json.writeStringProperty("version", policy.version());
        json.writeStringProperty("hash", policy.hash());
        json.writeEndObject();
    }

    private static void writeLatency(JsonGenerator json, Timing timing, long totalMicros) {
        json.writeName("latency_micros");
        json.writeStartObject();
        json.writeNumberProperty("rules", timing.rulesMicros());
        json.writeNumberProperty("pattern", timing.patternMicros());
        json.writeNumberProperty("reasoning", timing.reasoningMicros());
        json.writeNumberProperty("total", totalMicros);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Recording recording) {
        json.writeName("record");
        json.writeStartObject();
        switch (recording) {
            case Recording.Recorded recorded -> {
                json.writeNumberProperty("sequence", recorded.sequence());
                json.writeStringProperty("hash", recorded.hash());
            }
            case Recording.NotRecorded lost ->
                    json.writeStringProperty("not_recorded", lost.cause());
        }
        json.writeEndObject();
    }
}
