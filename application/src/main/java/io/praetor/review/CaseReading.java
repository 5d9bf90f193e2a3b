package io.praetor.review;

import io.praetor.decision.Path;
import io.praetor.decision.Trail;
import io.praetor.log.ChainedRecord;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.Particulars;
import io.praetor.log.RecordCodec;
import io.praetor.log.Trial;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.review.Case.Doubt;
import io.praetor.review.Case.Traits;
import io.praetor.situation.Actor;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a record of the log as a case; refusals and erasures are none. */
final class CaseReading {
    /** Properties of an actor that name whom it acts for. */
    private static final List<String> OWNERS = List.of("owner", "operator", "on_behalf_of");

    /** Nothing is known of an imported decision's confidence: between certain and none. */
    private static final double UNKNOWN_CONFIDENCE = .5;

    private CaseReading() {}

    static Optional<Case> of(ChainedRecord record) {
        return switch (RecordCodec.decode(record.record())) {
            case DecisionRecord decision -> Optional.of(of(record, decision));
            case ImportedRecord imported -> Optional.of(of(record, imported));
            case RefusalRecord _, ErasureRecord _ -> Optional.empty();
        };
    }

    private static Case of(ChainedRecord record, DecisionRecord decided) {
        return new Case(
                decided.id(),
                record.hash(),
                decided.kind(),
                decided.at(),
                Optional.of(decided.effect()),
                traits(decided),
                new Doubt(
                        decided.confidence(),
                        decided.particulars().filter(CaseReading::isMismatch).isPresent(),
                        decided.path() == Path.FALLBACK),
                decided.trial().map(Trial::expected),
                false,
                decided.particulars()
                        .map(said -> people(said.situation().actor()))
                        .orElse(Set.of()));
    }

    private static Traits traits(DecisionRecord decided) {
        Optional<Situation> situation = decided.particulars().map(Particulars::situation);
        return new Traits(
                decided.version(),
                situation.flatMap(said -> said.context().team()).orElse(decided.policy().id()),
                decided.risk(),
                situation.map(said -> said.action().type()).orElse(""),
                decided.classification(),
                situation.flatMap(said -> said.actor().role()).orElse(""),
                situation.map(said -> Labels.of(said.resource().environment())).orElse(""),
                decided.path().label(),
                decided.clauses());
    }

    private static boolean isMismatch(Particulars said) {
        Trail trail = said.trail();
        return Stream.of(
                                Optional.of(trail.rules().evaluation()),
                                trail.pattern().<Evaluation>map(each -> each.evaluation()),
                                trail.reasoning().map(each -> each.evaluation()))
                        .flatMap(Optional::stream)
                        .flatMap(CaseReading::effect)
                        .distinct()
                        .count()
                > 1;
    }

    private static Stream<Effect> effect(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Applicable applicable -> Stream.of(applicable.effect());
            case Evaluation.NotApplicable _, Evaluation.Indeterminate _ -> Stream.of();
        };
    }

    private static Set<String> people(Actor actor) {
        Set<String> people = new HashSet<>(Set.of(actor.id()));
        OWNERS.forEach(owner -> actor.properties().text(owner).ifPresent(people::add));
        return people;
    }

    private static Case of(ChainedRecord record, ImportedRecord imported) {
        Map<String, Object> open = imported.open();
        ImportedSituation situation = ImportedSituation.of(imported);
        return new Case(
                imported.id(),
                record.hash(),
                imported.kind(),
                imported.at(),
                imported.effect(),
                new Traits(
                        text(open, "model_version"),
                        text(imported.personal(), "team_context"),
                        Labels.read(RiskLevel.class, text(open, "risk_level"))
                                .orElse(RiskLevel.MEDIUM),
                        situation.action(),
                        text(open, "classification"),
                        situation.role(),
                        situation.environment(),
                        "imported",
                        List.of()),
                new Doubt(UNKNOWN_CONFIDENCE, false, imported.effect().isEmpty()),
                Labels.read(Effect.class, text(open, "expected_decision")),
                open.get("reviewed") instanceof Number number && number.intValue() == 1,
                situation.people());
    }

    private static String text(Map<String, Object> columns, String name) {
        return Optional.ofNullable(columns.get(name)).map(String::valueOf).orElse("");
    }
}
