package io.praetor.serving.review;

import io.praetor.decision.Decision;
import io.praetor.decision.Recording.Recorded;
import io.praetor.decision.Released;
import io.praetor.log.ChainedRecord;
import io.praetor.policy.ClauseId;
import io.praetor.review.CaseView;
import io.praetor.review.CaseView.Advice;
import io.praetor.serving.json.Answer;
import io.praetor.serving.json.DecisionJson;
import io.praetor.serving.json.Json;
import io.praetor.situation.Labels;
import java.util.List;
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
        RecordAccount.situation(view.record())
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

    private static void write(JsonGenerator json, Advice advice, ChainedRecord record) {
        json.writeName("summary");
        summary(json, RecordAccount.of(record));
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

    private static void summary(JsonGenerator json, RecordAccount account) {
        json.writeStartObject();
        text(json, "effect", account.effect());
        text(json, "classification", account.classification());
        text(json, "risk", account.risk());
        text(json, "path", account.path());
        text(json, "model", account.model());
        account.confidence()
                .ifPresent(confidence -> json.writeNumberProperty("confidence", confidence));
        account.clauses()
                .ifPresent(
                        clauses ->
                                Json.texts(
                                        json,
                                        "clauses",
                                        clauses.stream().map(ClauseId::value).toList()));
        Json.texts(json, "reasons", account.reasons());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) {
        text.ifPresent(value -> json.writeStringProperty(name, value));
    }
}
