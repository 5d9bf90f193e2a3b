package io.praetor.suite.report;

import io.praetor.policy.Effect;
import io.praetor.suite.Answering;
import io.praetor.suite.Calibration;
import io.praetor.suite.Calibration.Bin;
import io.praetor.suite.Interval;
import io.praetor.suite.OpinionFigures;
import io.praetor.suite.Proportion;
import io.praetor.suite.RetrievalRecall;
import io.praetor.suite.Scorecard;
import io.praetor.suite.Scorecard.Baseline;
import io.praetor.suite.Scorecard.Group;
import io.praetor.suite.Scorecard.Latency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The figures of a scorecard as a JSON tree. */
final class Figures {
    private Figures() {}

    static Map<String, @Nullable Object> of(Scorecard card, int scenarios) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("scenarios", scenarios);
        figures.put("accuracy", share(card.accuracy()));
        figures.put("recall", recall(card));
        figures.put("wrong_allows", bounded(card.allows()));
        figures.put("wrong_allows_high_risk", bounded(card.riskyAllows()));
        figures.put("baselines", card.baselines().stream().map(Figures::baseline).toList());
        figures.put("refused_at_the_door", share(card.door()));
        figures.put("clause_precision", share(card.precision()));
        figures.put("clause_recall", share(card.found()));
        figures.put("reasoning_elements", share(card.elements()));
        figures.put("reasoning_coverage", orNull(card.coverage()));
        figures.put("confusion", confusion(card));
        figures.put("groups", card.groups().stream().map(Figures::group).toList());
        putAnswering(card.answering(), figures);
        figures.put("latency", card.latencies().stream().map(Figures::latency).toList());
        return figures;
    }

    private static void putAnswering(Answering answering, Map<String, @Nullable Object> figures) {
        OpinionFigures opinions = answering.opinions();
        figures.put("answered", share(answering.answered()));
        figures.put("accuracy_where_answered", share(answering.accuracy()));
        figures.put("calibration", calibration(answering.calibration()));
        figures.put("opinions", opinions.asked());
        figures.put("structured_answers", share(opinions.structured()));
        figures.put("opinions_with_dropped_references", share(opinions.flagged()));
        figures.put("dropped_references", opinions.dropped());
        figures.put("varied", share(answering.varied()));
    }

    private static Map<String, @Nullable Object> calibration(Calibration calibration) {
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("expected_error", orNull(calibration.error()));
        figure.put("brier", orNull(calibration.brier()));
        figure.put("bins", calibration.bins().stream().map(Figures::bin).toList());
        return figure;
    }

    private static Map<String, @Nullable Object> bin(Bin bin) {
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("low", bin.low());
        figure.put("high", bin.high());
        figure.put("confidence", bin.confidence());
        figure.put("right", share(bin.right()));
        return figure;
    }

    private static Map<String, @Nullable Object> share(Proportion proportion) {
        Interval interval = proportion.wilson();
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("hits", proportion.hits());
        figure.put("of", proportion.of());
        figure.put("share", orNull(proportion.share()));
        figure.put("low", interval.low());
        figure.put("high", interval.high());
        return figure;
    }

    static Map<String, @Nullable Object> retrieval(RetrievalRecall recall) {
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("by", recall.by());
        figure.put("retrieved", share(recall.retrieved()));
        figure.put("without_rules", share(recall.searched()));
        figure.put("missed", recall.missed());
        return figure;
    }

    private static Map<String, @Nullable Object> bounded(Proportion proportion) {
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("count", proportion.hits());
        figure.put("of", proportion.of());
        figure.put("upper_bound", proportion.upperBound());
        return figure;
    }

    private static Map<String, @Nullable Object> recall(Scorecard card) {
        Map<String, @Nullable Object> recall = new LinkedHashMap<>();
        card.recall().forEach((effect, share) -> recall.put(effect.label(), share(share)));
        return recall;
    }

    private static Map<String, @Nullable Object> baseline(Baseline baseline) {
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("always", baseline.effect().label());
        figure.put("accuracy", share(baseline.accuracy()));
        figure.put("wrong_allows", baseline.allows().hits());
        return figure;
    }

    private static Map<String, @Nullable Object> confusion(Scorecard card) {
        Map<String, @Nullable Object> rows = new LinkedHashMap<>();
        card.confusion()
                .forEach(
                        (expected, answers) -> {
                            Map<String, Integer> row = new LinkedHashMap<>();
                            for (Effect effect : Effect.values()) {
                                row.put(effect.label(), answers.getOrDefault(effect, 0));
                            }
                            rows.put(expected.label(), row);
                        });
        return rows;
    }

    private static Map<String, @Nullable Object> group(Group group) {
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("dimension", group.dimension());
        figure.put("value", group.value());
        figure.put("accuracy", share(group.accuracy()));
        figure.put("wrong_allows", bounded(group.allows()));
        return figure;
    }

    private static Map<String, @Nullable Object> latency(Latency latency) {
        Map<String, @Nullable Object> figure = new LinkedHashMap<>();
        figure.put("path", latency.path());
        figure.put("count", latency.count());
        figure.put("p50_micros", latency.p50());
        figure.put("p90_micros", latency.p90());
        figure.put("p95_micros", latency.p95());
        figure.put("p99_micros", latency.p99());
        figure.put("max_micros", latency.max());
        return figure;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
