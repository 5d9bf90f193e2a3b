package io.praetor.serving.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request asks for beyond the path of its route.
 *
 * @param segments what stands for {@code {id}} and the like in the route's path, by name, decoded
 * @param query parameters by name, decoded; of several with one name the last
 */
public record Target(Map<String, String> segments, Map<String, String> query) {
    public static final Target PLAIN = new Target(Map.of(), Map.of());

    private static final String ID = "id";

    /** More parameters than any route knows. */
    private static final int PARAMETERS_MAX = 32;

    public Target {
        segments = Map.copyOf(segments);
        query = Map.copyOf(query);
    }

    /** What stands for {@code {id}}; empty where the route has none. */
    public String id() {
        return segments.getOrDefault(ID, "");
    }

    /** A segment, otherwise a parameter of the query, which cannot stand in for one. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(segments.get(name))
                .or(() -> Optional.ofNullable(query.get(name)));
    }

    /**
     * @param segments as they stand in the path, encoded
     * @param query as it stands behind the question mark, encoded
     * @return empty where a part is not percent-encoded UTF-8, or there are too many
     */
    static Optional<Target> read(Map<String, String> segments, String query) {
        try {
            Map<String, String> parameters = new LinkedHashMap<>();
            String[] parts = query.isEmpty() ? new String[0] : query.split("&", -1);
            for (String part : parts) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
            Map<String, String> named = new LinkedHashMap<>();
            segments.forEach((name, text) -> named.put(name, decoded(text.replace("+", "%2B"))));
            return parts.length > PARAMETERS_MAX
                    ? Optional.empty()
                    : Optional.of(new Target(named, parameters));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
