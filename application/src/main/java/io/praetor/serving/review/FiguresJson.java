package io.praetor.serving.review;

import io.praetor.review.Estimate;
import io.praetor.review.agreement.Agreement;
import io.praetor.review.statistics.ReviewStatistics;
import io.praetor.review.statistics.SystematicError;
import io.praetor.serving.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The figures of reviewing as JSON: every estimate with its interval and what it rests on. */
final class FiguresJson {
    private FiguresJson() {}

    static void write(JsonGenerator json, ReviewStatistics statistics) {
        json.writeStartObject();
        json.writeNumberProperty("decisions", statistics.decisions());
        json.writeNumberProperty("reviewed", statistics.reviewed());
        json.writeNumberProperty("unreviewed", statistics.decisions() - statistics.reviewed());
        counts(json, "effects", statistics.effects());
        counts(json, "corrections", statistics.corrections());
        counts(json, "kinds", statistics.kinds());
        estimate(json, "accuracy", statistics.accuracy());
        estimate(json, "accepted", statistics.accepted());
        estimate(json, "suite_agreement", statistics.suite());
        estimate(json, "explanation_score", statistics.explanation());
        estimate(json, "advice_helped", statistics.helped());
        estimate(json, "sample_correction_rate", statistics.sample());
        json.writeNumberProperty("correction_rate_goal", ReviewStatistics.CORRECTION_GOAL);
        millis(json, "median_millis_with_advice", statistics.withAdvice());
        millis(json, "median_millis_without_advice", statistics.withoutAdvice());
        json.writeName("training");
        json.writeStartObject();
        json.writeNumberProperty("corrections", statistics.training().corrections());
        json.writeNumberProperty("needed", statistics.training().needed());
        json.writeBooleanProperty("ready", statistics.training().isReady());
        json.writeEndObject();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Agreement agreement) {
        json.writeStartObject();
        estimate(json, "alpha_nominal", agreement.nominal());
        estimate(json, "alpha_ordinal", agreement.ordinal());
        json.writeArrayPropertyStart("pairs");
        for (Agreement.Pair pair : agreement.pairs()) {
            json.writeStartObject();
            json.writeStringProperty("one", pair.one().value());
            json.writeStringProperty("other", pair.other().value());
            estimate(json, "kappa", pair.kappa());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("reviewers");
        for (Agreement.Reviewer reviewer : agreement.reviewers()) {
            json.writeStartObject();
            json.writeStringProperty("reviewer", reviewer.id().value());
            json.writeNumberProperty("reviews", reviewer.reviews());
            estimate(json, "accepted", reviewer.accepted());
            estimate(json, "blind_agreement", reviewer.blind());
            estimate(json, "known_cases_right", reviewer.known());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("open_conflicts", agreement.conflicts());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, List<SystematicError> errors) {
        json.writeStartObject();
        json.writeArrayPropertyStart("errors");
        for (SystematicError error : errors) {
            json.writeStartObject();
            Json.texts(json, "features", error.features());
            json.writeNumberProperty("corrections", error.corrections());
            estimate(json, "rate", error.rate());
            json.writeNumberProperty("base_rate", error.base());
            json.writeNumberProperty("chance", error.chance());
            estimate(json, "earlier", error.earlier());
            estimate(json, "later", error.later());
            Json.texts(json, "examples", error.examples().stream().map(id -> id.value()).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void counts(
            JsonGenerator json, String name, Map<String, ? extends Number> counts) {
        json.writeName(name);
        json.writeStartObject();
        counts.forEach(
                (label, count) ->
                        json.writeNumberProperty(
                                label.isEmpty() ? "unknown" : label, count.longValue()));
        json.writeEndObject();
    }

    private static void millis(JsonGenerator json, String name, Optional<Duration> time) {
        time.ifPresent(known -> json.writeNumberProperty(name, known.toMillis()));
    }

    private static void estimate(JsonGenerator json, String name, Estimate estimate) {
        json.writeName(name);
        json.writeStartObject();
        estimate.value().ifPresent(value -> json.writeNumberProperty("value", value));
        json.writeNumberProperty("low", estimate.low());
        json.writeNumberProperty("high", estimate.high());
        json.writeNumberProperty("of", estimate.of());
        json.writeEndObject();
    }
}
