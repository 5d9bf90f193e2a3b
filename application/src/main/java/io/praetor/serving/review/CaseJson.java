package io.praetor.serving.review;

import io.praetor.decision.Decision;
import io.praetor.decision.Recording.Recorded;
import io.praetor.decision.Released;
import io.praetor.log.ChainedRecord;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.Particulars;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.RecordCodec;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.review.CaseView;
import io.praetor.review.CaseView.Advice;
import io.praetor.serving.json.Answer;
import io.praetor.serving.json.DecisionJson;
import io.praetor.serving.json.Json;
import io.praetor.situation.Attributes;
import io.praetor.situation.Labels;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A case as JSON, as far as its viewer may see it. */
final class CaseJson {
    private CaseJson() {}

    static void write(JsonGenerator json, CaseView view) {
        json.writeStartObject();
        EntryJson.traits(json, view.of());
        json.writeNumberProperty("sequence", view.record().sequence());
        json.writeStringProperty("need", Labels.of(view.need()));
        json.writeBooleanProperty("blind", view.blind());
        json.writeBooleanProperty("own", view.isOwn());
        json.writeBooleanProperty("done", view.isDone());
        situation(view.record())
                .ifPresent(
                        said -> {
                            json.writeName("situation");
                            Json.value(json, said.values());
                        });
        view.advice().ifPresent(advice -> write(json, advice, view.record()));
        view.expected().ifPresent(effect -> json.writeStringProperty("expected", effect.label()));
        ReviewJson.list(json, view.reviews());
        json.writeEndObject();
    }

    /** As it was recorded, or as the imported row had it; empty where it was erased. */
    private static Optional<Attributes> situation(ChainedRecord record) {
        return switch (RecordCodec.decode(record.record())) {
            case ImportedRecord imported ->
                    Optional.ofNullable(imported.personal().get("situation"))
                            .map(String::valueOf)
                            .map(CaseJson::parsed);
            case DecisionRecord _, RefusalRecord _, ErasureRecord _ ->
                    record.record()
                            .body()
                            .personal()
                            .flatMap(Personal::situation)
                            .map(stored -> parsed(stored.toString()));
        };
    }

    /** What is no JSON object is shown as the text it is. */
    private static Attributes parsed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (StrictJson.read(bytes, DoorLimits.batch(bytes.length))) {
            case JsonReading.Parsed parsed -> parsed.object();
            case JsonReading.Malformed _ -> Attributes.of("text", text);
        };
    }

    private static void write(JsonGenerator json, Advice advice, ChainedRecord record) {
        json.writeName("summary");
        summary(json, record);
        switch (advice) {
            case Advice.Explained(Decision decision) -> {
                Recorded place = new Recorded(record.sequence(), record.hash().toString());
                Answer answer =
                        new Answer(new Released(decision, place), List.of(), micros(decision));
                json.writeName("decision");
                DecisionJson.write(json, answer);
            }
            case Advice.Bare() -> {}
        }
    }

    private static long micros(Decision decision) {
        return decision.timing().rulesMicros()
                + decision.timing().patternMicros()
                + decision.timing().reasoningMicros();
    }

    private static void summary(JsonGenerator json, ChainedRecord record) {
        json.writeStartObject();
        switch (RecordCodec.decode(record.record())) {
            case DecisionRecord decided -> {
                json.writeStringProperty("effect", decided.effect().label());
                json.writeStringProperty("classification", decided.classification());
                json.writeStringProperty("risk", decided.risk().label());
                json.writeStringProperty("path", decided.path().label());
                json.writeNumberProperty("confidence", decided.confidence());
                Json.texts(
                        json, "clauses", decided.clauses().stream().map(ClauseId::value).toList());
                Json.texts(
                        json,
                        "reasons",
                        decided.particulars().map(Particulars::reasons).orElse(List.of()));
            }
            case ImportedRecord imported -> {
                imported.effect()
                        .map(Effect::label)
                        .or(() -> column(imported.open(), "decision"))
                        .ifPresent(effect -> json.writeStringProperty("effect", effect));
                column(imported.open(), "classification")
                        .ifPresent(name -> json.writeStringProperty("classification", name));
                column(imported.open(), "risk_level")
                        .ifPresent(risk -> json.writeStringProperty("risk", risk));
                column(imported.open(), "model_name")
                        .ifPresent(name -> json.writeStringProperty("model", name));
                Json.texts(
                        json,
                        "reasons",
                        column(imported.personal(), "reasoning").stream().toList());
            }
            case RefusalRecord _, ErasureRecord _ -> {}
        }
        json.writeEndObject();
    }

    private static Optional<String> column(Map<String, Object> columns, String name) {
        return Optional.ofNullable(columns.get(name)).map(String::valueOf);
    }
}
