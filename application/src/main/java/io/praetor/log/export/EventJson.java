package io.praetor.log.export;

import io.praetor.log.CanonicalJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree as one line of JSON. */
final class EventJson {
    private EventJson() {}

    static String write(Map<String, @Nullable Object> tree) {
        return CanonicalJson.of(tree).toString();
    }
}
