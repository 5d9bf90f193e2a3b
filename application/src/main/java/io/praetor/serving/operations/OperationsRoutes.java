package io.praetor.serving.operations;

import io.praetor.serving.access.Access;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Route;
import io.praetor.serving.telemetry.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Health, probes, metrics and the API's own description. */
public final class OperationsRoutes {
    private static final Access OPEN = new Access.Open();

    private final Supplier<Vitals> vitals;
    private final Reloads reloads;
    private final Metrics metrics;
    private final BooleanSupplier isDraining;

    public OperationsRoutes(
            Supplier<Vitals> vitals, Reloads reloads, Metrics metrics, BooleanSupplier isDraining) {
        this.vitals = vitals;
        this.reloads = reloads;
        this.metrics = metrics;
        this.isDraining = isDraining;
        metrics.gauge("praetor_ready", "1 where decisions are given.", this::readiness);
        metrics.info("praetor_policy_info", "The policy that serves.", this::policyLabels);
    }

    public List<Route> list() {
        byte[] description = description();
        return List.of(
                route("/health", OPEN, new HealthEndpoint(vitals, reloads, isDraining)),
                route("/livez", OPEN, _ -> Reply.text(HttpStatus.OK, "alive\n")),
                route("/readyz", OPEN, _ -> ready()),
                route("/metrics", new Access.Known(), _ -> metricsText()),
                route("/openapi.json", OPEN, _ -> Reply.json(description)));
    }

    private static Route route(String path, Access access, Endpoint endpoint) {
        return new Route(HttpMethod.GET, path, access, ErrorStyle.PROBLEM, endpoint);
    }

    private Reply ready() {
        return unready()
                .map(why -> Reply.text(HttpStatus.SERVICE_UNAVAILABLE, why + "\n"))
                .orElseGet(() -> Reply.text(HttpStatus.OK, "ready\n"));
    }

    private Optional<String> unready() {
        return isDraining.getAsBoolean() ? Optional.of("draining") : vitals.get().unready();
    }

    private double readiness() {
        return unready().isEmpty() ? 1 : 0;
    }

    private List<String> policyLabels() {
        Vitals now = vitals.get();
        return List.of(
                "id", now.policy().id(),
                "version", now.policy().version(),
                "hash", now.policy().hash());
    }

    private Reply metricsText() {
        byte[] text = metrics.text().getBytes(StandardCharsets.UTF_8);
        return Reply.of(HttpStatus.OK, Metrics.CONTENT_TYPE, text);
    }

    private static byte[] description() {
        try (InputStream file = OperationsRoutes.class.getResourceAsStream("/openapi.json")) {
            return Objects.requireNonNull(file, "openapi.json is part of the program")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
