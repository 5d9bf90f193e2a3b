package io.praetor.situation.dialect;

import io.praetor.situation.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A JSON object being written: what is absent or empty is left out. */
final class Tree {
    private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

    Tree put(String key, @Nullable Object value) {
        entries.put(key, value);
        return this;
    }

    Tree maybe(String key, Optional<?> value) {
        value.ifPresent(present -> entries.put(key, present));
        return this;
    }

    Tree maybe(String key, OptionalDouble value) {
        value.ifPresent(present -> entries.put(key, present));
        return this;
    }

    Tree some(String key, Map<String, @Nullable Object> object) {
        return object.isEmpty() ? this : put(key, object);
    }

    Tree some(String key, Attributes object) {
        return some(key, object.values());
    }

    Tree some(String key, Tree object) {
        return some(key, object.entries);
    }

    Tree some(String key, List<?> list) {
        return list.isEmpty() ? this : put(key, list);
    }

    Map<String, @Nullable Object> entries() {
        return entries;
    }

    Attributes attributes() {
        return new Attributes(entries);
    }
}
