package io.praetor.suite.report;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.suite.Outcome;
import io.praetor.suite.Proportion;
import io.praetor.suite.Scorecard;
import io.praetor.suite.Scorecard.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every written form of a report shows. */
final class Tables {
    private Tables() {}

    static List<Table> of(Report report) {
        Scorecard card = report.card();
        List<Table> tables =
                Stream.of(
                                summary(report),
                                recall(card),
                                baselines(card),
                                groups(card),
                                confusion(card),
                                latencies(card))
                        .collect(Collectors.toCollection(ArrayList::new));
        tables.addAll(ArmTables.of(report));
        tables.add(wrong(report));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    /** What was scored, a line each. */
    static List<List<String>> header(Report report) {
        return List.of(
                List.of("suites", String.join(", ", report.suites())),
                List.of("at", report.at().toString()),
                List.of("decider", report.scored().decider()),
                List.of("version", report.scored().version()),
                List.of("policy", report.scored().policy()),
                List.of("authority", report.scored().authority()),
                List.of("coverage measured by", report.scored().measure()));
    }

    static Table summary(Report report) {
        return new Table(
                "Summary",
                List.of("figure", "value"),
                Stream.of(figures(report).stream(), repeats(report.card()), retrieval(report))
                        .flatMap(rows -> rows)
                        .toList());
    }

    private static Stream<List<String>> retrieval(Report report) {
        return report.retrieval().stream()
                .flatMap(
                        recall ->
                                Stream.of(
                                        List.of(
                                                "clauses among 8 by " + recall.by(),
                                                Shown.share(recall.retrieved())),
                                        List.of(
                                                "the same without the rules",
                                                Shown.share(recall.searched()))));
    }

    private static Stream<List<String>> repeats(Scorecard card) {
        Proportion varied = card.answering().varied();
        return varied.of() == 0
                ? Stream.of()
                : Stream.of(List.of("varied when asked again", Shown.share(varied)));
    }

    private static List<List<String>> figures(Report report) {
        Scorecard card = report.card();
        return List.of(
                List.of("scenarios", String.valueOf(report.outcomes().size())),
                List.of("decided rightly", Shown.share(card.accuracy())),
                List.of("best constant answer", constant(card)),
                List.of("wrong allows", Shown.bounded(card.allows())),
                List.of("wrong allows on high risk", Shown.bounded(card.riskyAllows())),
                List.of("refused at the door as they must be", Shown.share(card.door())),
                List.of("clauses named that are expected", Shown.share(card.precision())),
                List.of("expected clauses named", Shown.share(card.found())),
                List.of("reasoning elements covered", Shown.share(card.elements())),
                List.of("mean coverage a scenario", Shown.percent(card.coverage())));
    }

    private static String constant(Scorecard card) {
        return card.baselines().stream()
                .max(Comparator.comparingInt(baseline -> baseline.accuracy().hits()))
                .map(Tables::constant)
                .orElse("none");
    }

    private static String constant(Baseline best) {
        return "always %s: %s".formatted(best.effect().label(), Shown.share(best.accuracy()));
    }

    private static Table recall(Scorecard card) {
        List<List<String>> rows =
                card.recall().entrySet().stream()
                        .filter(entry -> entry.getValue().of() > 0)
                        .map(e -> List.of(e.getKey().label(), Shown.share(e.getValue())))
                        .toList();
        return new Table(
                "Decided rightly by expected decision", List.of("expected", "right"), rows);
    }

    private static Table baselines(Scorecard card) {
        List<List<String>> rows =
                card.baselines().stream()
                        .map(
                                baseline ->
                                        List.of(
                                                baseline.effect().label(),
                                                Shown.share(baseline.accuracy()),
                                                counts(baseline.allows())))
                        .toList();
        return new Table("Constant answers", List.of("always", "right", "wrong allows"), rows);
    }

    private static Table groups(Scorecard card) {
        List<List<String>> rows =
                card.groups().stream()
                        .map(
                                group ->
                                        List.of(
                                                group.dimension(),
                                                group.value(),
                                                Shown.share(group.accuracy()),
                                                counts(group.allows())))
                        .toList();
        return new Table(
                "By kind, difficulty, tier and path",
                List.of("dimension", "value", "right", "wrong allows"),
                rows);
    }

    private static Table confusion(Scorecard card) {
        List<String> columns = new ArrayList<>(List.of("expected \\ decided"));
        Arrays.stream(Effect.values()).map(Effect::label).forEach(columns::add);
        return new Table(
                "Expected and decided",
                columns,
                card.confusion().entrySet().stream()
                        .map(row -> confusionRow(row.getKey(), row.getValue()))
                        .toList());
    }

    private static List<String> confusionRow(Effect expected, Map<Effect, Integer> answers) {
        List<String> row = new ArrayList<>(List.of(expected.label()));
        for (Effect effect : Effect.values()) {
            row.add(String.valueOf(answers.getOrDefault(effect, 0)));
        }
        return row;
    }

    private static Table latencies(Scorecard card) {
        List<List<String>> rows =
                card.latencies().stream()
                        .map(
                                latency ->
                                        List.of(
                                                latency.path(),
                                                String.valueOf(latency.count()),
                                                Shown.micros(latency.p50()),
                                                Shown.micros(latency.p90()),
                                                Shown.micros(latency.p95()),
                                                Shown.micros(latency.p99()),
                                                Shown.micros(latency.max())))
                        .toList();
        return new Table(
                "Latency in microseconds, each scenario asked once without warming up",
                List.of("path", "answers", "p50", "p90", "p95", "p99", "max"),
                rows);
    }

    private static Table wrong(Report report) {
        return new Table(
                "Decided wrongly",
                List.of("id", "title", "expected", "decided", "path", "clauses"),
                report.wrong().stream().map(Tables::wrongRow).toList());
    }

    private static List<String> wrongRow(Outcome outcome) {
        return List.of(
                outcome.scenario().id(),
                outcome.scenario().title(),
                outcome.scenario().expected().label(),
                outcome.answer().effect().label(),
                outcome.answer().path(),
                outcome.answer().clauses().stream()
                        .map(ClauseId::value)
                        .collect(Collectors.joining(", ")));
    }

    private static String counts(Proportion proportion) {
        return proportion.hits() + " of " + proportion.of();
    }
}
