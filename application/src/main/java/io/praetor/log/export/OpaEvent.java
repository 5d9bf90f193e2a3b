package io.praetor.log.export;

import io.praetor.log.export.ExportPolicy.Outcome.Kept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the Open Policy Agent's decision logs have it (openpolicyagent.org, Decision Logs):
 * the situation is its input, our answer its result, latencies its metrics in nanoseconds.
 */
final class OpaEvent {
    private static final long NANOS = 1_000;

    private OpaEvent() {}

    static Optional<Map<String, @Nullable Object>> of(Kept kept, String origin) {
        Map<String, @Nullable Object> event = kept.event();
        Map<String, @Nullable Object> opa = new LinkedHashMap<>();
        opa.put("labels", Map.of("app", "praetor", "id", origin));
        opa.put("decision_id", event.get("id"));
        opa.put("timestamp", event.get("at"));
        opa.put("path", "praetor/decision");
        opa.put("erased", translated(kept.erased()));
        opa.put("masked", translated(kept.masked()));
        return switch (String.valueOf(event.get("kind"))) {
            case "decision" -> Optional.of(decision(opa, event));
            case "imported" -> Optional.of(imported(opa, event));
            case "refusal" -> Optional.of(refusal(opa, event));
            default -> Optional.empty();
        };
    }

    private static Map<String, @Nullable Object> decision(
            Map<String, @Nullable Object> opa, Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        if (event.get("body") instanceof Map<?, ?> body) {
            for (String member :
                    List.of(
                            "effect",
                            "resolved",
                            "risk",
                            "classification",
                            "path",
                            "clauses",
                            "rules",
                            "confidence",
                            "stage")) {
                put(result, member, body.get(member));
            }
            result.put("allow", "allow".equals(body.get("effect")));
            if (body.get("policy") instanceof Map<?, ?> policy) {
                Map<String, @Nullable Object> revision = new LinkedHashMap<>();
                revision.put("revision", policy.get("hash"));
                opa.put("bundles", Map.of(String.valueOf(policy.get("id")), revision));
            }
            if (body.get("latency") instanceof Map<?, ?> latency) {
                opa.put("metrics", metrics(latency));
            }
        }
        if (event.get("account") instanceof Map<?, ?> account) {
            put(result, "reasons", account.get("reasons"));
            put(result, "obligations", account.get("obligations"));
        }
        put(opa, "input", event.get("situation"));
        opa.put("result", result);
        return opa;
    }

    private static Map<String, @Nullable Object> imported(
            Map<String, @Nullable Object> opa, Map<String, @Nullable Object> event) {
        if (event.get("account") instanceof Map<?, ?> account
                && account.get("columns") instanceof Map<?, ?> columns) {
            put(opa, "input", columns.get("situation"));
        }
        put(opa, "result", event.get("body"));
        return opa;
    }

    private static Map<String, @Nullable Object> refusal(
            Map<String, @Nullable Object> opa, Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", "refused");
        error.put("message", "request refused at the door");
        if (event.get("account") instanceof Map<?, ?> account) {
            put(error, "errors", account.get("refusals"));
        }
        opa.put("error", error);
        return opa;
    }

    private static Map<String, @Nullable Object> metrics(Map<?, ?> latency) {
        Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
        latency.forEach(
                (step, micros) -> {
                    if (micros instanceof Number number) {
                        metrics.put(
                                "timer_praetor_%s_ns".formatted(step), number.longValue() * NANOS);
                    }
                });
        return metrics;
    }

    private static void put(Map<String, @Nullable Object> to, String name, @Nullable Object value) {
        if (value != null) {
            to.put(name, value);
        }
    }

    /** Places in the situation are places in the input here. */
    private static List<String> translated(List<String> places) {
        List<String> translated = new ArrayList<>();
        places.forEach(place -> translated.add(place.replaceFirst("^/situation(/|$)", "/input$1")));
        return translated;
    }
}
