package io.praetor.situation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as an immutable value, in the caller's key order.
 *
 * <p>Values are String, Double, Boolean, null, or List and Map of these; every number is a Double,
 * as in RFC 8785. Anything else, a non-finite number included, is an IllegalArgumentException.
 */
public record Attributes(Map<String, @Nullable Object> values) {
    public static final Attributes NONE = new Attributes(Map.of());

    public Attributes {
        values = copyOfMap(values);
    }

    public static Attributes of(String key, Object value) {
        return new Attributes(Map.of(key, value));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value under {@code key} when it is a text. */
    public Optional<String> text(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public Attributes with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.put(key, value);
        return new Attributes(copy);
    }

    public Attributes without(String key) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.remove(key);
        return new Attributes(copy);
    }

    private static Map<String, @Nullable Object> copyOfMap(Map<?, ?> map) {
        if (map.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach(
                (key, value) -> {
                    if (!(key instanceof String name)) {
                        throw new IllegalArgumentException("attribute key is not a text: " + key);
                    }
                    copy.put(name, copyOf(value));
                });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean bool -> bool;
            case Number number -> finite(number.doubleValue());
            case Map<?, ?> map -> copyOfMap(map);
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(element -> copy.add(copyOf(element)));
                yield Collections.unmodifiableList(copy);
            }
            default ->
                    throw new IllegalArgumentException(
                            "no JSON value: " + value.getClass().getSimpleName());
        };
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number is not finite: " + number);
        }
        return number;
    }
}
