package io.praetor.serving.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request says beside the path of its route and its body.
 *
 * @param segments what stands for {@code {id}} and the like in the route's path, by name, decoded
 * @param query parameters by name, decoded; of several with one name the last
 * @param cookies by name, as sent; of several with one name the first
 */
public record Target(
        Map<String, String> segments, Map<String, String> query, Map<String, String> cookies) {
    public static final Target PLAIN = new Target(Map.of(), Map.of());

    private static final String ID = "id";

    /** More parameters than any route knows. */
    private static final int PARAMETERS_MAX = 32;

    public Target {
        segments = Map.copyOf(segments);
        query = Map.copyOf(query);
        cookies = Map.copyOf(cookies);
    }

    public Target(Map<String, String> segments, Map<String, String> query) {
        this(segments, query, Map.of());
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
     * @param cookies the Cookie header (RFC 6265)
     * @return empty where a part is not percent-encoded UTF-8, or there are too many
     */
    static Optional<Target> read(Map<String, String> segments, String query, String cookies) {
        try {
            Map<String, String> named = new LinkedHashMap<>();
            segments.forEach((name, text) -> named.put(name, decoded(text.replace("+", "%2B"))));
            return form(query).map(parameters -> new Target(named, parameters, cookiesOf(cookies)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The parameters of a query or of a form that was sent, by name, decoded.
     *
     * @return empty where a part is not percent-encoded UTF-8, or there are too many
     */
    public static Optional<Map<String, String>> form(String encoded) {
        try {
            Map<String, String> parameters = new LinkedHashMap<>();
            String[] parts = encoded.isEmpty() ? new String[0] : encoded.split("&", -1);
            for (String part : parts) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
            return parts.length > PARAMETERS_MAX ? Optional.empty() : Optional.of(parameters);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, String> cookiesOf(String header) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String pair : header.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.putIfAbsent(
                        pair.substring(0, equals).strip(),
                        bare(pair.substring(equals + 1).strip()));
            }
        }
        return cookies;
    }

    /** Some clients put the value in quotes, which are no part of it. */
    private static String bare(String value) {
        boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
