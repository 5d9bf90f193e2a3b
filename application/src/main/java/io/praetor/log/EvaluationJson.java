package io.praetor.log;

import io.praetor.decision.Discharge;
import io.praetor.decision.Trail;
import io.praetor.patterns.PatternId;
import io.praetor.patterns.PatternOpinion;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.policy.RuleId;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What each evaluator said, and the obligations that came of it, in canonical form. */
final class EvaluationJson {
    private EvaluationJson() {}

    static void write(CanonicalWriter writer, Trail trail) {
        writer.open();
        trail.pattern()
                .ifPresent(
                        said -> {
                            write(writer.name("pattern"), said.evaluation());
                            writer.text("pattern_id", said.pattern().value());
                        });
        trail.reasoning()
                .ifPresent(
                        said -> {
                            OpinionJson.write(writer.name("reasoner"), said);
                            write(writer.name("reasoning"), said.evaluation());
                        });
        RuleOutcome rules = trail.rules();
        writer.name("rules").open().texts("advice", rules.advice());
        write(writer.name("evaluation"), rules.evaluation());
        writer.texts("missing", rules.missing()).text("risk", rules.risk().label()).close().close();
    }

    static Trail readTrail(Fields fields) {
        Fields rules = fields.object("rules");
        return new Trail(
                new RuleOutcome(
                        readEvaluation(rules.object("evaluation")),
                        rules.label("risk", RiskLevel.class),
                        rules.texts("missing"),
                        rules.texts("advice")),
                fields.objectIfAny("pattern").map(said -> readPattern(fields, said)),
                fields.objectIfAny("reasoning")
                        .map(
                                said ->
                                        OpinionJson.read(
                                                fields.object("reasoner"), readEvaluation(said))));
    }

    private static PatternOpinion readPattern(Fields trail, Fields said) {
        if (readEvaluation(said) instanceof Evaluation.Applicable applicable) {
            return new PatternOpinion(new PatternId(trail.text("pattern_id")), applicable);
        }
        throw new IllegalArgumentException("record: a pattern without an answer");
    }

    private static void write(CanonicalWriter writer, Evaluation evaluation) {
        switch (evaluation) {
            case Evaluation.Applicable said -> {
                writer.open()
                        .texts("ambiguities", labels(said.ambiguities()))
                        .texts("clauses", clauses(said.clauses()))
                        .number("confidence", said.confidence())
                        .text("effect", said.effect().label());
                writeObligations(writer, said.obligations());
                writer.texts("reasons", said.reasons())
                        .texts("rules", rules(said.rules()))
                        .text("says", "applicable")
                        .close();
            }
            case Evaluation.NotApplicable _ -> writer.open().text("says", "not_applicable").close();
            case Evaluation.Indeterminate said -> {
                writer.open()
                        .text("at_least", said.atLeast().label())
                        .text("cause", said.cause())
                        .texts("clauses", clauses(said.clauses()));
                writeObligations(writer, said.obligations());
                writer.texts("rules", rules(said.rules())).text("says", "indeterminate").close();
            }
        }
    }

    private static Evaluation readEvaluation(Fields fields) {
        String says = fields.text("says");
        return switch (says) {
            case "applicable" ->
                    new Evaluation.Applicable(
                            fields.label("effect", Effect.class),
                            Set.copyOf(fields.labels("ambiguities", Ambiguity.class)),
                            readClauses(fields.texts("clauses")),
                            readRules(fields.texts("rules")),
                            readObligations(fields.objects("obligations")),
                            fields.texts("reasons"),
                            fields.number("confidence"));
            case "not_applicable" -> new Evaluation.NotApplicable();
            case "indeterminate" ->
                    new Evaluation.Indeterminate(
                            fields.label("at_least", Effect.class),
                            fields.text("cause"),
                            readClauses(fields.texts("clauses")),
                            readRules(fields.texts("rules")),
                            readObligations(fields.objects("obligations")));
            default ->
                    throw new IllegalArgumentException(
                            "record: unknown evaluation `%s`".formatted(says));
        };
    }

    static void write(CanonicalWriter writer, Discharge discharge) {
        writer.open()
                .texts("by", discharge.by())
                .text("id", discharge.id())
                .flag("met", discharge.isMet());
        write(writer.name("obligation"), discharge.obligation());
        writer.close();
    }

    static Discharge readDischarge(Fields fields) {
        return new Discharge(
                fields.text("id"),
                readObligation(fields.object("obligation")),
                fields.flag("met"),
                fields.texts("by"));
    }

    private static void writeObligations(CanonicalWriter writer, List<Obligation> obligations) {
        if (!obligations.isEmpty()) {
            writer.name("obligations").openList();
            obligations.forEach(obligation -> write(writer, obligation));
            writer.closeList();
        }
    }

    private static void write(CanonicalWriter writer, Obligation obligation) {
        writer.open();
        switch (obligation) {
            case Obligation.SecondFactor factor ->
                    writer.text("asks", "second_factor").text("clause", factor.clause().value());
            case Obligation.Attestation attestation ->
                    writer.text("asks", "attestation")
                            .text("by", attestation.by().label())
                            .text("clause", attestation.clause().value())
                            .count("count", attestation.count())
                            .text("evidence", attestation.evidence());
            case Obligation.HumanReview review ->
                    writer.text("asks", "human_review")
                            .text("clause", review.clause().value())
                            .text("why", review.why());
        }
        writer.close();
    }

    private static Obligation readObligation(Fields fields) {
        ClauseId clause = new ClauseId(fields.text("clause"));
        String asks = fields.text("asks");
        return switch (asks) {
            case "second_factor" -> new Obligation.SecondFactor(clause);
            case "attestation" ->
                    new Obligation.Attestation(
                            clause,
                            fields.label("by", Attester.class),
                            fields.count("count"),
                            fields.textIfAny("evidence"));
            case "human_review" -> new Obligation.HumanReview(clause, fields.text("why"));
            default ->
                    throw new IllegalArgumentException(
                            "record: unknown obligation `%s`".formatted(asks));
        };
    }

    private static List<Obligation> readObligations(List<Fields> objects) {
        return objects.stream().map(EvaluationJson::readObligation).toList();
    }

    static List<String> clauses(List<ClauseId> clauses) {
        return clauses.stream().map(ClauseId::value).toList();
    }

    static List<ClauseId> readClauses(List<String> texts) {
        return texts.stream().map(ClauseId::new).toList();
    }

    static List<String> rules(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).toList();
    }

    static List<RuleId> readRules(List<String> texts) {
        return texts.stream().map(RuleId::new).toList();
    }

    /** Labels in the order of their enum, so that equal sets have equal texts. */
    static List<String> labels(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(Labels::of).toList();
    }
}
