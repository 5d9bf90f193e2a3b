package io.praetor.sample;

import io.praetor.policy.Effect;
import io.praetor.situation.Admission;
import io.praetor.situation.Labels;
import io.praetor.situation.dialect.SituationReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One scenario as its file states it.
 *
 * @param right the expected decision and the acceptable ones
 * @param counts released actions before this one, by counter; none where a counter is not named
 */
record Case(
        String id,
        String kind,
        Admission admission,
        boolean refused,
        Effect expected,
        Set<Effect> right,
        List<String> clauses,
        Map<String, Long> counts) {
    /** What a request without a timestamp is received at: a Tuesday at noon in Berlin. */
    private static final Instant RECEIVED = Instant.parse("2026-03-10T11:00:00Z");

    static List<Case> allIn(String yaml) {
        return maps(map(load(yaml)), "scenarios").stream().map(Case::of).toList();
    }

    /** A scenario that stands alone, without id and kind. */
    static Case oneIn(String yaml) {
        return of(map(load(yaml)));
    }

    @Override
    public String toString() {
        return id;
    }

    private static Case of(Map<String, Object> scenario) {
        Effect expected = effect(Objects.requireNonNull(scenario.get("expected_decision")));
        Set<Effect> right = new HashSet<>(Set.of(expected));
        texts(scenario, "acceptable").forEach(name -> right.add(effect(name)));
        return new Case(
                scenario.getOrDefault("id", "").toString(),
                scenario.getOrDefault("kind", "common").toString(),
                admission(scenario),
                Boolean.TRUE.equals(scenario.get("refused")),
                expected,
                Set.copyOf(right),
                texts(scenario, "clauses"),
                counts(scenario));
    }

    private static Admission admission(Map<String, Object> scenario) {
        SituationReader door = new SituationReader();
        return scenario.get("request") instanceof String request
                ? door.read(request.getBytes(StandardCharsets.UTF_8), RECEIVED)
                : door.read(map(Objects.requireNonNull(scenario.get("situation"))), RECEIVED);
    }

    private static Map<String, Long> counts(Map<String, Object> scenario) {
        Map<String, Object> named = map(scenario.getOrDefault("counters", Map.of()));
        return named.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> Long.valueOf(entry.getValue().toString())));
    }

    private static Effect effect(Object label) {
        return Labels.read(Effect.class, label.toString()).orElseThrow();
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @SuppressWarnings("unchecked") // what the YAML loader makes of a mapping
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // what the YAML loader makes of a list of mappings
    private static List<Map<String, Object>> maps(Map<String, Object> from, String key) {
        return (List<Map<String, Object>>) from.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked") // what the YAML loader makes of a list of texts
    private static List<String> texts(Map<String, Object> from, String key) {
        return (List<String>) from.getOrDefault(key, List.of());
    }
}
