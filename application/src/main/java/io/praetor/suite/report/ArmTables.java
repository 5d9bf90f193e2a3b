package io.praetor.suite.report;

import io.praetor.policy.Effect;
import io.praetor.suite.Answering;
import io.praetor.suite.Arm;
import io.praetor.suite.Calibration.Bin;
import io.praetor.suite.Leak;
import io.praetor.suite.Scorecard;
import io.praetor.suite.Scorecard.Baseline;
import io.praetor.suite.Scorecard.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Every decider that was asked the same scenarios, side by side. */
final class ArmTables {
    private ArmTables() {}

    static List<Table> of(Report report) {
        List<Arm> arms = report.all();
        Stream<Table> sideBySide =
                report.arms().isEmpty()
                        ? Stream.of()
                        : Stream.of(decisions(report), recall(arms), latencies(arms));
        return Stream.concat(
                        sideBySide,
                        Stream.of(worth(arms), reliability(arms), leaks(report.leaks())))
                .toList();
    }

    /** The evaluators, then the constant answers that each of them has to beat. */
    static Table decisions(Report report) {
        List<List<String>> rows = new ArrayList<>();
        report.all().forEach(arm -> rows.add(decisions(arm)));
        report.card().baselines().forEach(constant -> rows.add(constant(constant, report.card())));
        return new Table(
                "Evaluators side by side",
                List.of(
                        "evaluator",
                        "decided rightly",
                        "wrong allows",
                        "wrong allows on high risk",
                        "answered",
                        "right where answered"),
                rows);
    }

    private static List<String> decisions(Arm arm) {
        Scorecard card = arm.card();
        return List.of(
                arm.name(),
                Shown.share(card.accuracy()),
                Shown.bounded(card.allows()),
                Shown.bounded(card.riskyAllows()),
                Shown.share(card.answering().answered()),
                Shown.share(card.answering().accuracy()));
    }

    private static List<String> constant(Baseline constant, Scorecard card) {
        boolean isAllow = constant.effect() == Effect.ALLOW;
        return List.of(
                "always " + constant.effect().label(),
                Shown.share(constant.accuracy()),
                Shown.bounded(constant.allows()),
                isAllow
                        ? "%1$d of %1$d".formatted(card.riskyAllows().of())
                        : "0 of " + card.riskyAllows().of(),
                "all",
                Shown.share(constant.accuracy()));
    }

    private static Table recall(List<Arm> arms) {
        List<String> columns = new ArrayList<>(List.of("evaluator"));
        Arrays.stream(Effect.values()).map(Effect::label).forEach(columns::add);
        return new Table(
                "Decided rightly by expected decision, evaluators side by side",
                columns,
                arms.stream().map(ArmTables::recall).toList());
    }

    private static List<String> recall(Arm arm) {
        List<String> row = new ArrayList<>(List.of(arm.name()));
        arm.card().recall().values().forEach(share -> row.add(Shown.share(share)));
        return row;
    }

    private static Table worth(List<Arm> arms) {
        return new Table(
                "References, form, confidence and repeats",
                List.of(
                        "evaluator",
                        "clauses named that are expected",
                        "expected clauses named",
                        "opinions asked for",
                        "model answers that could be read",
                        "references dropped",
                        "expected calibration error",
                        "Brier score",
                        "varied when asked again"),
                arms.stream().map(ArmTables::worth).toList());
    }

    private static List<String> worth(Arm arm) {
        Answering answering = arm.card().answering();
        return List.of(
                arm.name(),
                Shown.share(arm.card().precision()),
                Shown.share(arm.card().found()),
                String.valueOf(answering.opinions().asked()),
                Shown.share(answering.opinions().structured()),
                "%d, in %d of %d opinions"
                        .formatted(
                                answering.opinions().dropped(),
                                answering.opinions().flagged().hits(),
                                answering.opinions().flagged().of()),
                number(answering.calibration().error()),
                number(answering.calibration().brier()),
                Shown.share(answering.varied()));
    }

    private static Table reliability(List<Arm> arms) {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            for (Bin bin : arm.card().answering().calibration().bins()) {
                rows.add(
                        List.of(
                                arm.name(),
                                String.format(Locale.ROOT, "%.1f to %.1f", bin.low(), bin.high()),
                                number(OptionalDouble.of(bin.confidence())),
                                Shown.share(bin.right())));
            }
        }
        return new Table(
                "Reliability: confidence against right",
                List.of("evaluator", "confidence", "its mean", "right"),
                rows);
    }

    private static Table latencies(List<Arm> arms) {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            for (Latency latency : arm.card().latencies()) {
                rows.add(
                        List.of(
                                arm.name(),
                                latency.path(),
                                String.valueOf(latency.count()),
                                Shown.micros(latency.p50()),
                                Shown.micros(latency.p95()),
                                Shown.micros(latency.max())));
            }
        }
        return new Table(
                "Latency in microseconds, evaluators side by side",
                List.of("evaluator", "path", "answers", "p50", "p95", "max"),
                rows);
    }

    private static Table leaks(List<Leak> leaks) {
        return new Table(
                "Not scored: seen before",
                List.of("id", "where", "what"),
                leaks.stream()
                        .map(leak -> List.of(leak.scenario(), leak.where(), leak.what()))
                        .toList());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "-";
    }
}
