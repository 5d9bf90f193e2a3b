package io.praetor.policy.document;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys a mapping may have.
 *
 * @param name what messages call such a mapping: {@code a rule}
 * @param elsewhere keys that belong to a neighbouring shape, with what to say of them here
 */
public record Shape(
        String name, List<String> required, List<String> optional, Map<String, String> elsewhere) {
    public Shape {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        elsewhere = Map.copyOf(elsewhere);
    }

    public static Shape of(String name) {
        return new Shape(name, List.of(), List.of(), Map.of());
    }

    public Shape requires(String... keys) {
        return new Shape(name, List.of(keys), optional, elsewhere);
    }

    public Shape allows(String... keys) {
        return new Shape(name, required, List.of(keys), elsewhere);
    }

    public Shape elsewhere(String message, String... keys) {
        Map<String, String> more = new HashMap<>(elsewhere);
        for (String key : keys) {
            more.put(key, message);
        }
        return new Shape(name, required, optional, more);
    }

    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(required);
        keys.addAll(optional);
        return keys;
    }
}
