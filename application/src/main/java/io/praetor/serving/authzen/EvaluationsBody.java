package io.praetor.serving.authzen;

import io.praetor.serving.json.JsonTree;
import io.praetor.situation.Refusal;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of {@code /access/v1/evaluations} (section 7.1). */
sealed interface EvaluationsBody {
    /** No evaluations in it: the request is one evaluation itself. */
    record Single(Map<String, @Nullable Object> request) implements EvaluationsBody {}

    /**
     * @param items each with the defaults in place; what is no object in the request is empty here
     */
    record Batch(List<Optional<Map<String, @Nullable Object>>> items, Semantic semantic)
            implements EvaluationsBody {}

    /** Something is wrong with the request as a whole. */
    record Malformed(List<Refusal> refusals) implements EvaluationsBody {
        public Malformed {
            refusals = List.copyOf(refusals);
        }
    }

    /** The keys that an evaluation inherits whole from the top where it leaves them out. */
    List<String> DEFAULTS = List.of("subject", "action", "resource", "context");

    static EvaluationsBody read(byte[] body, int itemsMax) {
        return switch (StrictJson.read(body, DoorLimits.batch(body.length))) {
            case JsonReading.Malformed malformed -> new Malformed(malformed.refusals());
            case JsonReading.Parsed parsed -> of(parsed.object().values(), itemsMax);
        };
    }

    private static EvaluationsBody of(Map<String, @Nullable Object> top, int itemsMax) {
        List<Refusal> refusals = new ArrayList<>();
        Object evaluations = top.getOrDefault("evaluations", List.of());
        if (!(evaluations instanceof List<?> items)) {
            return new Malformed(List.of(new Refusal("evaluations", "is not a list")));
        }
        if (items.isEmpty()) {
            return new Single(top);
        }
        if (items.size() > itemsMax) {
            refusals.add(
                    new Refusal(
                            "evaluations",
                            "has %d items, at most %d".formatted(items.size(), itemsMax)));
        }
        Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
        for (String key : DEFAULTS) {
            if (top.containsKey(key)) {
                defaults.put(key, top.get(key));
                if (!(top.get(key) instanceof Map)) {
                    refusals.add(new Refusal(key, "is not an object"));
                }
            }
        }
        Semantic semantic = semantic(top, refusals);
        return refusals.isEmpty()
                ? new Batch(items.stream().map(item -> merged(defaults, item)).toList(), semantic)
                : new Malformed(refusals);
    }

    private static Semantic semantic(Map<String, @Nullable Object> top, List<Refusal> refusals) {
        Object options = top.getOrDefault("options", Map.of());
        if (!(options instanceof Map<?, ?> given)) {
            refusals.add(new Refusal("options", "is not an object"));
            return Semantic.EXECUTE_ALL;
        }
        if (!given.containsKey("evaluations_semantic")) {
            return Semantic.EXECUTE_ALL;
        }
        Object asked = given.get("evaluations_semantic");
        for (Semantic semantic : Semantic.values()) {
            if (semantic.label().equals(asked)) {
                return semantic;
            }
        }
        refusals.add(
                new Refusal(
                        "options.evaluations_semantic",
                        "is none of execute_all, deny_on_first_deny, permit_on_first_permit"));
        return Semantic.EXECUTE_ALL;
    }

    private static Optional<Map<String, @Nullable Object>> merged(
            Map<String, @Nullable Object> defaults, @Nullable Object item) {
        return JsonTree.object(item)
                .map(
                        own -> {
                            Map<String, @Nullable Object> whole = new LinkedHashMap<>(defaults);
                            whole.putAll(own);
                            return whole;
                        });
    }
}
