package io.praetor.serving.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects inside a JSON document that was parsed already. */
public final class JsonTree {
    private JsonTree() {}

    /** The value as an object, where it is one. */
    public static Optional<Map<String, @Nullable Object>> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> object = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, inner) -> object.put(String.valueOf(key), inner));
        return Optional.of(object);
    }
}
