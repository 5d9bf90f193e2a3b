package io.praetor.serving.governance;

import io.praetor.governance.EpisodeView;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.selection.Selected;
import io.praetor.rollout.evidence.Outcome;
import io.praetor.rollout.selection.Selection;
import io.praetor.serving.json.Json;
import io.praetor.situation.MetaContext;
import tools.jackson.core.JsonGenerator;

/** Selections and what came of them as JSON. */
final class EpisodeJson {
    private EpisodeJson() {}

    static void write(JsonGenerator json, EpisodeView view) {
        RecordedEpisode episode = view.episode();
        json.writeStartObject();
        json.writeNumberProperty("sequence", view.sequence());
        json.writeStringProperty("id", episode.id());
        json.writeStringProperty("version_id", episode.episode().version().value());
        json.writeStringProperty("mode", episode.episode().mode().name());
        json.writeStringProperty("cluster", episode.episode().cluster().name());
        json.writeNumberProperty("potency", episode.episode().potency());
        json.writeNumberProperty("propensity", episode.episode().propensity());
        json.writeStringProperty("situation", episode.situation());
        json.writeStringProperty("reason", episode.reason().name());
        json.writeNumberProperty("revision", episode.revision());
        json.writeStringProperty("at", episode.at().toString());
        write(json, episode.meta());
        view.outcome().ifPresent(outcome -> write(json, outcome));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MetaContext meta) {
        json.writeName("meta");
        json.writeStartObject();
        ChangeJson.finite(json, "coherence", meta.coherence());
        ChangeJson.finite(json, "spread", meta.spread());
        ChangeJson.finite(json, "entropy_change", meta.entropyChange());
        ChangeJson.finite(json, "max_potency", meta.potency());
        ChangeJson.finite(json, "affective_load", meta.affectiveLoad());
        meta.awareness().ifPresent(it -> json.writeStringProperty("awareness", it.name()));
        meta.at().ifPresent(it -> json.writeStringProperty("at", it.toString()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, RecordedOutcome recorded) {
        Outcome outcome = recorded.outcome();
        json.writeName("outcome");
        json.writeStartObject();
        ChangeJson.finite(json, "reward", outcome.reward());
        ChangeJson.finite(json, "delta_coherence", outcome.deltas().coherence());
        ChangeJson.finite(json, "delta_accuracy", outcome.deltas().accuracy());
        ChangeJson.finite(json, "delta_calibration", outcome.deltas().calibration());
        ChangeJson.finite(json, "delta_latency", outcome.deltas().latency());
        json.writeBooleanProperty("reviewed", outcome.oversight().reviewed());
        json.writeBooleanProperty("blind", outcome.oversight().blind());
        Json.texts(
                json,
                "overridden_by",
                outcome.oversight().overriders().stream().map(Enum::name).sorted().toList());
        outcome.oversight().sense().ifPresent(it -> json.writeStringProperty("sense", it.name()));
        Json.texts(json, "flags", outcome.flags().stream().map(Enum::name).sorted().toList());
        recorded.defaultAgreed().ifPresent(it -> json.writeBooleanProperty("default_agreed", it));
        json.writeStringProperty("matured_at", recorded.at().toString());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Selected selected) {
        Selection selection = selected.selection();
        json.writeStartObject();
        json.writeStringProperty("meta_policy_id", selected.record().family().id());
        json.writeNumberProperty("revision", selected.record().state().revision());
        selection.version().ifPresent(it -> json.writeStringProperty("version_id", it.value()));
        json.writeStringProperty("mode", selection.mode().name());
        json.writeStringProperty("reason", selection.reason().name());
        json.writeStringProperty("regime", selected.regime().name());
        json.writeStringProperty("cluster", selected.cluster().name());
        json.writeNumberProperty("propensity", selection.propensity());
        json.writeBooleanProperty("store_answers", selected.storeAnswers());
        json.writeArrayPropertyStart("passed_over");
        for (Selection.PassedOver passed : selection.passedOver()) {
            json.writeStartObject();
            json.writeStringProperty("version_id", passed.version().value());
            json.writeStringProperty("why", passed.why().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
