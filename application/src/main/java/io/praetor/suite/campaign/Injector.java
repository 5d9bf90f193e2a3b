package io.praetor.suite.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a text where an actor can write one: prose and parameters of a flat request. What the
 * enforcement point vouches for (role, trust, identity, approvals, second factor) stays as it is.
 */
final class Injector {
    private static final List<String> PROSE =
            List.of("details", "team_context", "recent_history", "incident_status");

    /** Keys no dialect knows, which become parameters of the action. */
    private static final List<String> PARAMETERS =
            List.of("note", "comment", "justification", "decision", "policy_override", "system");

    private final RandomGenerator random;
    private final Payloads payloads;

    Injector(RandomGenerator random) {
        this.random = random;
        this.payloads = new Payloads(random);
    }

    Map<String, @Nullable Object> into(Map<String, @Nullable Object> request, Technique technique) {
        Map<String, @Nullable Object> injected = new LinkedHashMap<>(request);
        String text = payloads.text(technique);
        if (technique == Technique.MULTI_FIELD) {
            scatter(injected, text);
        } else {
            put(injected, place(), text);
        }
        return injected;
    }

    private String place() {
        boolean isProse = random.nextInt(PROSE.size() + 1) < PROSE.size();
        return isProse ? one(PROSE) : one(PARAMETERS);
    }

    /** A piece of the order into each field, and all of it into one. */
    private void scatter(Map<String, @Nullable Object> injected, String text) {
        List<String> fields = new ArrayList<>(PROSE);
        fields.add(one(PARAMETERS));
        String[] words = text.split(" ");
        for (int i = 0; i < fields.size(); i++) {
            int from = words.length * i / fields.size();
            int to = words.length * (i + 1) / fields.size();
            put(
                    injected,
                    fields.get(i),
                    String.join(" ", List.of(words).subList(from, Math.max(from, to))));
        }
        put(injected, one(fields), text);
    }

    /** Behind what stands there, or before it. */
    private void put(Map<String, @Nullable Object> injected, String field, String text) {
        Object there = injected.get(field);
        if (field.equals("recent_history")) {
            List<Object> history = new ArrayList<>();
            if (there instanceof List<?> events) {
                history.addAll(events);
            } else if (there != null) {
                history.add(there);
            }
            history.add(random.nextInt(history.size() + 1), text);
            injected.put(field, history);
        } else if (there instanceof String said && !said.isEmpty()) {
            injected.put(field, random.nextBoolean() ? said + "\n" + text : text + "\n" + said);
        } else {
            injected.put(field, text);
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
