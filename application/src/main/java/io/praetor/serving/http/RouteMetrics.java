package io.praetor.serving.http;

import io.praetor.serving.telemetry.Counter;
import io.praetor.serving.telemetry.Histogram;
import io.praetor.serving.telemetry.Metrics;
import java.util.EnumMap;
import java.util.Map;

/** What is counted of one route. */
final class RouteMetrics {
    private final Histogram seconds;
    private final Map<HttpStatus, Counter> replies = new EnumMap<>(HttpStatus.class);

    RouteMetrics(String route, Metrics metrics) {
        this.seconds =
                metrics.histogram(
                        "praetor_http_request_seconds",
                        "Time from a request's head to its answer, by route.",
                        "route",
                        route);
        for (HttpStatus status : HttpStatus.values()) {
            replies.put(
                    status,
                    metrics.counter(
                            "praetor_http_requests_total",
                            "Requests answered, by route and status code.",
                            "route",
                            route,
                            "code",
                            Integer.toString(status.code())));
        }
    }

    void answered(HttpStatus status, long nanos) {
        Counter counter = replies.get(status);
        if (counter != null) {
            counter.add();
        }
        seconds.observe(nanos);
    }
}
