package io.praetor.serving.http;

import io.praetor.serving.http.Finding.Found;
import io.praetor.serving.http.Finding.NoSuchPath;
import io.praetor.serving.http.Finding.WrongMethod;
import io.praetor.serving.telemetry.Metrics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The routes by path and method. */
final class Routes {
    /** Stands at the end of a path for whatever is there. */
    private static final String ID = "{id}";

    private final Map<String, Map<HttpMethod, Found>> byPath = new HashMap<>();

    Routes(List<Route> routes, Metrics metrics) {
        for (Route route : routes) {
            Found found = new Found(route, new RouteMetrics(route.path(), metrics), "");
            Found second =
                    byPath.computeIfAbsent(route.path(), _ -> new EnumMap<>(HttpMethod.class))
                            .put(route.method(), found);
            if (second != null) {
                throw new IllegalArgumentException("two routes for " + route.path());
            }
        }
    }

    /**
     * @param method as sent; a method is case-sensitive
     * @param path as sent; one spelling each, nothing is decoded
     */
    Finding find(String method, String path) {
        Map<HttpMethod, Found> exact = byPath.get(path);
        if (exact != null) {
            return found(method, exact, "");
        }
        int last = path.lastIndexOf('/') + 1;
        Map<HttpMethod, Found> named = byPath.get(path.substring(0, last) + ID);
        return named == null || last == path.length()
                ? new NoSuchPath()
                : found(method, named, path.substring(last));
    }

    private static Finding found(String method, Map<HttpMethod, Found> here, String id) {
        Found found =
                switch (method) {
                    case "GET", "HEAD" -> here.get(HttpMethod.GET);
                    case "POST" -> here.get(HttpMethod.POST);
                    default -> null;
                };
        return found == null
                ? new WrongMethod(allowed(here))
                : new Found(found.route(), found.metrics(), id);
    }

    private static List<String> allowed(Map<HttpMethod, Found> here) {
        return here.keySet().stream()
                .flatMap(
                        method ->
                                method == HttpMethod.GET
                                        ? Stream.of("GET", "HEAD")
                                        : Stream.of(method.name()))
                .toList();
    }
}
