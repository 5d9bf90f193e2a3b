package io.praetor.serving.http;

import io.praetor.serving.http.Finding.Found;
import io.praetor.serving.http.Finding.NoSuchPath;
import io.praetor.serving.http.Finding.WrongMethod;
import io.praetor.serving.telemetry.Metrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes by path and method. */
final class Routes {
    private final Map<String, Map<HttpMethod, Found>> byPath = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    Routes(List<Route> routes, Metrics metrics) {
        for (Route route : routes) {
            Found found = new Found(route, new RouteMetrics(route.path(), metrics), Map.of());
            Found second =
                    byPath.computeIfAbsent(route.path(), _ -> new EnumMap<>(HttpMethod.class))
                            .put(route.method(), found);
            if (route.path().contains("{")) {
                templates.add(Template.of(route.path()));
            }
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
        Map<HttpMethod, Found> here = byPath.get(path);
        return here == null ? findNamed(method, path) : of(method, here, Map.of());
    }

    /** A path with segments that take any text. */
    private Finding findNamed(String method, String path) {
        for (Template template : templates) {
            Optional<Map<String, String>> parameters = template.match(path);
            if (parameters.isPresent()) {
                Map<HttpMethod, Found> here = byPath.getOrDefault(template.path(), Map.of());
                return of(method, here, parameters.get());
            }
        }
        return new NoSuchPath();
    }

    private static Finding of(
            String method, Map<HttpMethod, Found> here, Map<String, String> parameters) {
        Found found =
                switch (method) {
                    case "GET", "HEAD" -> here.get(HttpMethod.GET);
                    case "POST" -> here.get(HttpMethod.POST);
                    default -> null;
                };
        return found == null
                ? new WrongMethod(allowed(here))
                : new Found(found.route(), found.metrics(), parameters);
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
