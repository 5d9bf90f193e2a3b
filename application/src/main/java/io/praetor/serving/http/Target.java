package io.praetor.serving.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request asks for beyond the path of its route.
 *
 * @param id what stands for {@code {id}} in the route's path, decoded; empty where there is none
 * @param query parameters by name, decoded; of several with one name the last
 */
public record Target(String id, Map<String, String> query) {
    public static final Target PLAIN = new Target("", Map.of());

    /** More parameters than any route knows. */
    private static final int PARAMETERS_MAX = 32;

    public Target {
        query = Map.copyOf(query);
    }

    /**
     * @param id as it stands in the path, encoded
     * @param query as it stands behind the question mark, encoded
     * @return empty where a part is not percent-encoded UTF-8, or there are too many
     */
    static Optional<Target> read(String id, String query) {
        try {
            Map<String, String> parameters = new LinkedHashMap<>();
            String[] parts = query.isEmpty() ? new String[0] : query.split("&", -1);
            for (String part : parts) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
            return parts.length > PARAMETERS_MAX
                    ? Optional.empty()
                    : Optional.of(new Target(decoded(id.replace("+", "%2B")), parameters));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
