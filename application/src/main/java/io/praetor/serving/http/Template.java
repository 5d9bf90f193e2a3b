package io.praetor.serving.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with segments that take any text, such as {@code /meta_policy/{id}/status}.
 *
 * @param path as routes name it
 */
record Template(String path, List<String> segments) {
    private static final String SLASH = "/";

    static Template of(String path) {
        return new Template(path, List.of(path.split(SLASH, -1)));
    }

    /** The segments by name where the path fits; an empty segment fits none. */
    Optional<Map<String, String>> match(String sent) {
        String[] parts = sent.split(SLASH, -1);
        if (parts.length != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int index = 0; index < parts.length; index++) {
            String segment = segments.get(index);
            boolean named = segment.startsWith("{");
            if (named ? parts[index].isEmpty() : !segment.equals(parts[index])) {
                return Optional.empty();
            }
            if (named) {
                found.put(segment.substring(1, segment.length() - 1), parts[index]);
            }
        }
        return Optional.of(found);
    }
}
