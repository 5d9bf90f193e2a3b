package io.praetor.app.cli;

import io.praetor.governance.report.Distribution;
import io.praetor.governance.report.Distribution.Range;
import io.praetor.governance.report.Overrides;
import io.praetor.governance.report.PeriodReport;
import io.praetor.governance.report.ReasoningFailures;
import io.praetor.governance.report.ShadowBaseline;
import io.praetor.policy.Effect;
import io.praetor.review.Estimate;
import io.praetor.review.statistics.SystematicError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A periodic review for people and for programs. */
record ReportText(PeriodReport report) {
    private static final List<Double> SHARES = List.of(.5, .95, .99);

    /** The deployment checklist alerts above ten seconds at the 95th percentile. */
    private static final long LATENCY_MICROS_MAX = 10_000_000;

    private static final double TAIL = .95;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s to %s".formatted(report.from(), report.to()));
        lines.add(line("records", counts(report.kinds())));
        for (Effect effect : Effect.values()) {
            Range range = Distribution.expected(effect);
            double share = report.distribution().shares().getOrDefault(effect, 0.0);
            lines.add(
                    line(
                            effect == Effect.ALLOW ? "effects" : "",
                            "%-20s %s, expected %s to %s%s"
                                    .formatted(
                                            effect.label(),
                                            number(share),
                                            number(range.low()),
                                            number(range.high()),
                                            range.holds(share) ? "" : "  outside")));
        }
        lines.add(line("shift", shift()));
        lines.add(line("latency", latencies("")));
        report.statistics()
                .byPath()
                .keySet()
                .forEach(path -> lines.add(line("", "%s: %s".formatted(path, latencies(path)))));
        lines.add(
                line(
                        "errors",
                        "%s of reasoning; %s"
                                .formatted(
                                        share(report.failures().rate()),
                                        counts(report.failures().causes()))));
        Overrides overrides = report.overrides();
        lines.add(line("overrides", share(overrides.rate()) + " reviewed"));
        lines.add(line("  kinds", counts(overrides.kinds())));
        lines.add(line("  clauses", counts(overrides.clauses())));
        report.clusters().forEach(cluster -> lines.add(line("cluster", text(cluster))));
        report.baselines().forEach(each -> lines.add(line("baseline", text(each))));
        alerts().forEach(alert -> lines.add(line("look at", alert)));
        return lines;
    }

    /** What calls for a person. */
    List<String> alerts() {
        List<String> alerts = new ArrayList<>();
        if (report.shift().orElse(0) > Distribution.SHIFT_MAX) {
            alerts.add("effects shifted by more than " + number(Distribution.SHIFT_MAX));
        }
        OptionalLong tail = report.statistics().latencyMicros("", TAIL);
        if (tail.orElse(0) > LATENCY_MICROS_MAX) {
            alerts.add("latency p95 above 10 s");
        }
        if (report.failures().isTooMany()) {
            alerts.add("errors of reasoning above " + number(ReasoningFailures.RATE_MAX));
        }
        if (report.overrides().isTooMany()) {
            alerts.add("overrides above " + number(Overrides.RATE_MAX));
        }
        report.baselines().stream()
                .filter(ShadowBaseline::isWorse)
                .forEach(
                        each ->
                                alerts.add(
                                        "`%s` does worse than in shadow".formatted(each.family())));
        return alerts;
    }

    private String shift() {
        return report.shift().isPresent()
                ? number(report.shift().getAsDouble()) + " from the same time before"
                : "unknown, nothing before to compare with";
    }

    private String latencies(String path) {
        return SHARES.stream()
                .map(
                        share -> {
                            OptionalLong micros = report.statistics().latencyMicros(path, share);
                            return "p%.0f %s"
                                    .formatted(
                                            share * 100,
                                            micros.isPresent()
                                                    ? micros.getAsLong() + " us"
                                                    : "unknown");
                        })
                .collect(Collectors.joining(", "));
    }

    private static String text(SystematicError error) {
        return "%s: %d of %d corrected; see %s"
                .formatted(
                        String.join(" and ", error.features()),
                        error.corrections(),
                        error.rate().of(),
                        error.examples().getFirst().value());
    }

    private static String text(ShadowBaseline baseline) {
        return "%s: set aside %s in shadow, %s since"
                .formatted(baseline.family(), share(baseline.shadow()), share(baseline.acting()));
    }

    private static String line(String name, String text) {
        return "%-10s %s".formatted(name, text);
    }

    private static String counts(Map<String, ? extends Number> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String share(Estimate estimate) {
        return estimate.value().isPresent()
                ? "%s [%s, %s] of %d"
                        .formatted(
                                number(estimate.value().getAsDouble()),
                                number(estimate.low()),
                                number(estimate.high()),
                                estimate.of())
                : "none";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    ObjectNode json() {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        object.put("from", report.from().toString()).put("to", report.to().toString());
        put(object.putObject("records"), report.kinds());
        ObjectNode effects = object.putObject("effects");
        for (Effect effect : Effect.values()) {
            Range range = Distribution.expected(effect);
            double share = report.distribution().shares().getOrDefault(effect, 0.0);
            effects.putObject(effect.label())
                    .put("share", share)
                    .put("expected_low", range.low())
                    .put("expected_high", range.high())
                    .put("in_range", range.holds(share));
        }
        report.shift().ifPresent(shift -> object.put("shift", shift));
        ObjectNode latency = object.putObject("latency_micros");
        put(latency.putObject("all"), "");
        report.statistics().byPath().keySet().forEach(path -> put(latency.putObject(path), path));
        put(object.putObject("errors"), report.failures().rate());
        put(object.putObject("error_causes"), report.failures().causes());
        put(object.putObject("overrides"), report.overrides().rate());
        put(object.putObject("override_kinds"), report.overrides().kinds());
        put(object.putObject("override_clauses"), report.overrides().clauses());
        ArrayNode clusters = object.putArray("clusters");
        report.clusters().forEach(each -> put(clusters.addObject(), each));
        ArrayNode baselines = object.putArray("shadow_baselines");
        for (ShadowBaseline each : report.baselines()) {
            ObjectNode baseline =
                    baselines
                            .addObject()
                            .put("meta_policy", each.family())
                            .put("version_id", each.version().value());
            put(baseline.putObject("shadow"), each.shadow());
            put(baseline.putObject("acting"), each.acting());
        }
        ArrayNode alerts = object.putArray("alerts");
        alerts().forEach(alerts::add);
        return object;
    }

    private static void put(ObjectNode object, Map<String, ? extends Number> counts) {
        counts.forEach((name, count) -> object.put(name, count.longValue()));
    }

    private static void put(ObjectNode object, Estimate estimate) {
        estimate.value().ifPresent(value -> object.put("value", value));
        object.put("low", estimate.low()).put("high", estimate.high()).put("of", estimate.of());
    }

    private static void put(ObjectNode object, SystematicError error) {
        ArrayNode features = object.putArray("features");
        error.features().forEach(features::add);
        object.put("corrections", error.corrections()).put("of", error.rate().of());
        ArrayNode examples = object.putArray("examples");
        error.examples().forEach(id -> examples.add(id.value()));
    }

    private void put(ObjectNode object, String path) {
        for (double share : SHARES) {
            report.statistics()
                    .latencyMicros(path, share)
                    .ifPresent(micros -> object.put("p%.0f".formatted(share * 100), micros));
        }
    }
}
