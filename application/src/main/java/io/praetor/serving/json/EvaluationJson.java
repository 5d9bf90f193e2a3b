package io.praetor.serving.json;

import io.praetor.decision.Trail;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Evaluation;
import io.praetor.policy.RuleId;
import io.praetor.reasoning.Opinion;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What each evaluator said, binding or not. */
final class EvaluationJson {
    private EvaluationJson() {}

    static void write(JsonGenerator json, Trail trail) {
        json.writeStartObject();
        json.writeName("rules");
        write(json, trail.rules().evaluation());
        trail.pattern()
                .ifPresent(
                        said -> {
                            json.writeName("pattern");
                            write(json, said.evaluation());
                            json.writeStringProperty("pattern_id", said.pattern().value());
                        });
        trail.reasoning()
                .ifPresent(
                        said -> {
                            json.writeName("reasoning");
                            write(json, said.evaluation());
                            json.writeName("reasoner");
                            write(json, said);
                        });
        json.writeEndObject();
    }

    /** Who reasoned, on what it drew, and which of its references did not hold. */
    private static void write(JsonGenerator json, Opinion opinion) {
        json.writeStartObject();
        json.writeStringProperty("name", opinion.adviser().name());
        json.writeStringProperty("version", opinion.adviser().version());
        json.writeBooleanProperty("language_model", opinion.adviser().isLanguageModel());
        Json.texts(json, "passages", opinion.passages());
        Json.texts(json, "observed", opinion.observed());
        opinion.exchange()
                .ifPresent(
                        exchange -> {
                            json.writeStringProperty("prompt_hash", exchange.promptHash());
                            json.writeStringProperty("answer", exchange.answer());
                            json.writeStringProperty("decoding", exchange.decoding());
                        });
        Json.texts(
                json,
                "dropped_references",
                opinion.dropped().stream().map(each -> each.reference().id()).toList());
        json.writeEndObject();
    }

    static List<String> ambiguitiesOf(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Applicable said -> labels(said.ambiguities());
            case Evaluation.NotApplicable _, Evaluation.Indeterminate _ -> List.of();
        };
    }

    private static void write(JsonGenerator json, Evaluation evaluation) {
        json.writeStartObject();
        switch (evaluation) {
            case Evaluation.Applicable said -> {
                json.writeStringProperty("says", "applicable");
                json.writeStringProperty("effect", said.effect().label());
                json.writeBooleanProperty("conclusive", said.isConclusive());
                Json.texts(json, "ambiguities", labels(said.ambiguities()));
                Json.texts(json, "clauses", clauses(said.clauses()));
                Json.texts(json, "rules", rules(said.rules()));
                Json.texts(json, "reasons", said.reasons());
                json.writeNumberProperty("confidence", said.confidence());
            }
            case Evaluation.NotApplicable _ -> json.writeStringProperty("says", "not_applicable");
            case Evaluation.Indeterminate said -> {
                json.writeStringProperty("says", "indeterminate");
                json.writeStringProperty("at_least", said.atLeast().label());
                json.writeStringProperty("cause", said.cause());
                Json.texts(json, "clauses", clauses(said.clauses()));
                Json.texts(json, "rules", rules(said.rules()));
            }
        }
        json.writeEndObject();
    }

    private static List<String> labels(Collection<Ambiguity> ambiguities) {
        return ambiguities.stream().sorted().map(Ambiguity::label).toList();
    }

    private static List<String> clauses(List<ClauseId> clauses) {
        return clauses.stream().map(ClauseId::value).toList();
    }

    private static List<String> rules(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).toList();
    }
}
