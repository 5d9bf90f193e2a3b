package io.praetor.log;

import io.praetor.decision.Evaluator;
import io.praetor.decision.Path;
import io.praetor.decision.Timing;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordBody.Personal;
import io.praetor.policy.Effect;
import io.praetor.situation.RiskLevel;
import java.util.Optional;
import java.util.Set;

/** Decision records to bodies and back. */
final class DecisionJson {
    private DecisionJson() {}

    static RecordBody write(DecisionRecord decision, Salt salt) {
        Optional<Personal> personal =
                decision.particulars()
                        .map(
                                said ->
                                        new Personal(
                                                salt,
                                                accountOf(said),
                                                Optional.of(said.situation().actor().id()),
                                                Optional.of(
                                                        SituationJson.write(said.situation()))));
        Timing timing = decision.timing();
        CanonicalWriter writer =
                new CanonicalWriter()
                        .open()
                        .texts("binding", EvaluationJson.labels(decision.binding()))
                        .text("classification", decision.classification())
                        .texts("clauses", EvaluationJson.clauses(decision.clauses()))
                        .number("confidence", decision.confidence())
                        .text("effect", decision.effect().label())
                        .name("latency")
                        .open()
                        .count("pattern", timing.patternMicros())
                        .count("reasoning", timing.reasoningMicros())
                        .count("rules", timing.rulesMicros())
                        .close()
                        .texts("missing", decision.missing())
                        .text("path", decision.path().label());
        personal.ifPresent(said -> RecordBody.write(writer, said.digests()));
        writer.name("policy")
                .open()
                .text("hash", decision.policy().hash())
                .text("id", decision.policy().id())
                .text("version", decision.policy().version())
                .close()
                .text("resolved", decision.resolved().label())
                .text("risk", decision.risk().label())
                .texts("rules", EvaluationJson.rules(decision.rules()))
                .text("stage", decision.stage());
        decision.trial().ifPresent(trial -> write(writer, trial));
        return new RecordBody(writer.close().toJson(), personal);
    }

    private static CanonicalJson accountOf(Particulars said) {
        CanonicalWriter writer = new CanonicalWriter().open();
        if (!said.obligations().isEmpty()) {
            writer.name("obligations").openList();
            said.obligations().forEach(each -> EvaluationJson.write(writer, each));
            writer.closeList();
        }
        writer.texts("reasons", said.reasons()).name("trail");
        EvaluationJson.write(writer, said.trail());
        return writer.close().toJson();
    }

    static DecisionRecord read(EncodedRecord record, Fields open) {
        Fields policy = open.object("policy");
        Fields latency = open.object("latency");
        return new DecisionRecord(
                record.id(),
                record.at(),
                record.version(),
                open.text("stage"),
                Set.copyOf(open.labels("binding", Evaluator.class)),
                new PolicyRef(policy.text("id"), policy.text("version"), policy.text("hash")),
                open.label("effect", Effect.class),
                open.label("resolved", Effect.class),
                open.label("risk", RiskLevel.class),
                open.text("classification"),
                open.label("path", Path.class),
                EvaluationJson.readClauses(open.texts("clauses")),
                EvaluationJson.readRules(open.texts("rules")),
                open.number("confidence"),
                new Timing(
                        latency.micros("rules"),
                        latency.micros("pattern"),
                        latency.micros("reasoning")),
                open.texts("missing"),
                open.objectIfAny("trial").map(DecisionJson::readTrial),
                particularsOf(record));
    }

    private static Optional<Particulars> particularsOf(EncodedRecord record) {
        return record.body()
                .personal()
                .map(
                        personal -> {
                            Fields account = Fields.of(personal.account());
                            CanonicalJson situation =
                                    personal.situation()
                                            .orElseThrow(
                                                    () ->
                                                            new IllegalArgumentException(
                                                                    "record: no situation"));
                            return new Particulars(
                                    SituationJson.read(Fields.of(situation)),
                                    account.texts("reasons"),
                                    account.objects("obligations").stream()
                                            .map(EvaluationJson::readDischarge)
                                            .toList(),
                                    EvaluationJson.readTrail(account.object("trail")));
                        });
    }

    private static void write(CanonicalWriter writer, Trial trial) {
        writer.name("trial")
                .open()
                .flag("correct", trial.isCorrect())
                .number("coverage", trial.coverage())
                .text("expected", trial.expected().label())
                .text("scenario", trial.scenarioId())
                .texts("tags", trial.tags())
                .close();
    }

    private static Trial readTrial(Fields fields) {
        return new Trial(
                fields.label("expected", Effect.class),
                fields.flag("correct"),
                fields.numberIfAny("coverage"),
                fields.text("scenario"),
                fields.texts("tags"));
    }
}
