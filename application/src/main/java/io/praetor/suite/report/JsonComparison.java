package io.praetor.suite.report;

import io.praetor.situation.Labels;
import io.praetor.suite.Proportion;
import io.praetor.suite.comparison.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A comparison as one JSON value. */
public final class JsonComparison {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonComparison() {}

    /**
     * @param seed of the bootstrap
     */
    public static String write(Comparison comparison, long seed) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verdict", Labels.of(comparison.verdict()));
        document.put("first", counts(comparison.first()));
        document.put("second", counts(comparison.second()));
        document.put("difference", comparison.difference());
        document.put("low", comparison.interval().low());
        document.put("high", comparison.interval().high());
        document.put("seed", seed);
        document.put("only_first_right", comparison.test().onlyFirst());
        document.put("only_second_right", comparison.test().onlySecond());
        document.put("mcnemar_p", comparison.test().p());
        document.put("flips", comparison.flips().stream().map(JsonComparison::flip).toList());
        document.put("unpaired", comparison.unpaired());
        document.put("restated", comparison.restated());
        return JSON.writeValueAsString(document);
    }

    private static Map<String, Object> counts(Proportion proportion) {
        return Map.of("right", proportion.hits(), "of", proportion.of());
    }

    private static Map<String, Object> flip(Comparison.Pair pair) {
        Map<String, Object> flip = new LinkedHashMap<>();
        flip.put("id", pair.first().id());
        flip.put("expected_decision", pair.second().expected().label());
        flip.put(
                "decisions",
                List.of(pair.first().decision().label(), pair.second().decision().label()));
        flip.put("correct", List.of(pair.first().isRight(), pair.second().isRight()));
        return flip;
    }
}
