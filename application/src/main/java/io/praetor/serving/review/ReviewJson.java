package io.praetor.serving.review;

import io.praetor.policy.ClauseId;
import io.praetor.review.Review;
import io.praetor.review.Review.Looking;
import io.praetor.review.Verdict;
import io.praetor.serving.json.Json;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A review as JSON. */
final class ReviewJson {
    private ReviewJson() {}

    /** Writes the member {@code reviews}. */
    static void list(JsonGenerator json, List<Review> reviews) {
        json.writeArrayPropertyStart("reviews");
        reviews.forEach(review -> write(json, review));
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Review review) {
        json.writeStartObject();
        json.writeStringProperty("id", review.id().toString());
        json.writeStringProperty("record", review.record().value());
        json.writeStringProperty("hash", review.recordHash().toString());
        json.writeStringProperty("reviewer", review.reviewer().value());
        json.writeBooleanProperty("authenticated", review.reviewer().isAuthenticated());
        json.writeStringProperty("at", review.at().toString());
        switch (review.verdict()) {
            case Verdict.Accepted() -> json.writeStringProperty("verdict", "accepted");
            case Verdict.Corrected corrected -> {
                json.writeStringProperty("verdict", "corrected");
                write(json, corrected);
            }
        }
        write(json, review.looking());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Verdict.Corrected corrected) {
        corrected.decision().ifPresent(to -> json.writeStringProperty("decision", to.label()));
        corrected.reasoning().ifPresent(text -> json.writeStringProperty("reasoning", text));
        corrected
                .classification()
                .ifPresent(name -> json.writeStringProperty("classification", name));
        corrected.risk().ifPresent(risk -> json.writeStringProperty("risk", risk.label()));
        corrected
                .citations()
                .ifPresent(
                        clauses ->
                                Json.texts(
                                        json,
                                        "citations",
                                        clauses.stream().map(ClauseId::value).toList()));
        corrected.kind().ifPresent(kind -> json.writeStringProperty("kind", kind.label()));
    }

    private static void write(JsonGenerator json, Looking looking) {
        json.writeBooleanProperty("blind", looking.blind());
        looking.note().ifPresent(note -> json.writeStringProperty("note", note));
        looking.explanationScore()
                .ifPresent(score -> json.writeNumberProperty("explanation_score", score));
        looking.adviceHelped()
                .ifPresent(helped -> json.writeBooleanProperty("advice_helped", helped));
        looking.took().ifPresent(took -> json.writeNumberProperty("took_millis", took.toMillis()));
    }
}
