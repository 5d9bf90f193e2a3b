package io.praetor.serving;

import io.helidon.common.tls.Tls;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.review.queue.ReviewBoard;
import io.praetor.serving.access.Access;
import io.praetor.serving.access.Authenticator;
import io.praetor.serving.access.Scope;
import io.praetor.serving.authzen.AuthzenRoutes;
import io.praetor.serving.decide.AdvisoryEndpoint;
import io.praetor.serving.decide.DecideEndpoint;
import io.praetor.serving.decide.DecisionDesk;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.Gate;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.HttpServer;
import io.praetor.serving.http.LocalHosts;
import io.praetor.serving.http.Route;
import io.praetor.serving.operations.OperationsRoutes;
import io.praetor.serving.operations.Reloads;
import io.praetor.serving.operations.Vitals;
import io.praetor.serving.page.PageRoutes;
import io.praetor.serving.review.ReviewRoutes;
import io.praetor.serving.settings.CannotServe;
import io.praetor.serving.settings.ServerSettings;
import io.praetor.serving.telemetry.Telemetry;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Praetor over HTTP: every route, behind one gate. Start it once; {@link #drain} and then {@link
 * #stop} it, or only stop it.
 */
public final class PraetorServer {
    private final ServerSettings settings;
    private final Authenticator authenticator;
    private final List<Route> routes;
    private final HttpServer http;
    private final Telemetry telemetry;
    private volatile boolean isDraining;

    /**
     * What decides.
     *
     * @param vitals answered at once, from memory
     * @param more routes of parts that are not about single decisions
     */
    public record Engine(
            PolicyDecisionPoint decisions,
            ActiveVersionSource versions,
            Supplier<Vitals> vitals,
            Reloads reloads,
            ReviewBoard reviews,
            List<Route> more) {
        public Engine {
            more = List.copyOf(more);
        }
    }

    /**
     * Time and chance.
     *
     * @param nanoTicker a monotonic clock, for limits and durations
     * @param secureRandom unguessable
     */
    public record World(
            InstantSource clock, LongSupplier nanoTicker, RandomGenerator secureRandom) {}

    /**
     * @throws CannotServe where a file named in the settings does not hold up
     */
    public PraetorServer(ServerSettings settings, Engine engine, World world, Telemetry telemetry) {
        this.settings = settings;
        this.telemetry = telemetry;
        this.authenticator =
                settings.tokens().map(Authenticator::ofFile).orElseGet(Authenticator::local);
        this.routes = routes(engine, world);
        Gate gate =
                new Gate(
                        authenticator,
                        new LocalHosts(publicHost()),
                        settings.limits(),
                        world.nanoTicker(),
                        telemetry.metrics());
        Optional<Tls> tls = settings.tls().map(TlsMaterial::read);
        this.http =
                new HttpServer(
                        new HttpServer.Settings(settings.address(), tls, settings.limits()),
                        routes,
                        gate,
                        telemetry,
                        world.nanoTicker());
    }

    /**
     * Begins to listen.
     *
     * @throws CannotServe where the address cannot be had
     */
    public void start() {
        http.start();
        telemetry.events().info("listening", json -> json.writeStringProperty("url", url()));
    }

    /** Where clients on this machine find the server, once it is started. */
    public String url() {
        String host =
                settings.address().getAddress().isAnyLocalAddress()
                        ? "localhost"
                        : settings.address().getHostString();
        boolean isIpv6 = host.contains(":");
        return "%s://%s:%d"
                .formatted(settings.scheme(), isIpv6 ? "[" + host + "]" : host, http.port());
    }

    /** Every route, for whoever describes or checks them. */
    public List<Route> routes() {
        return routes;
    }

    /** Reads the token file again; a bad one is noted, and the old one stays in force. */
    public void reloadTokens() {
        try {
            authenticator.reload();
        } catch (CannotServe bad) {
            telemetry
                    .events()
                    .warning(
                            "tokens_rejected",
                            json -> json.writeStringProperty("cause", bad.getMessage()));
        }
    }

    /** Tells load balancers to look elsewhere; requests are still answered. */
    public void drain() {
        isDraining = true;
        http.drain();
        telemetry.events().info("draining", _ -> {});
    }

    /** Accepts nothing more, finishes what is in progress within the drain time, ends. */
    public void stop() {
        isDraining = true;
        http.stop();
        telemetry.events().info("stopped", _ -> {});
    }

    private List<Route> routes(Engine engine, World world) {
        DecisionDesk desk =
                new DecisionDesk(
                        engine.decisions(), world.clock(), world.nanoTicker(), telemetry.metrics());
        int batchItemsMax = settings.limits().batchItemsMax();
        List<Route> all = new ArrayList<>();
        all.add(deciding("/v1/decide", new DecideEndpoint(desk, batchItemsMax)));
        all.add(deciding("/advisory", new AdvisoryEndpoint(desk, telemetry.events())));
        all.addAll(
                new AuthzenRoutes(
                                desk,
                                settings,
                                new AuthzenRoutes.Source(
                                        engine.decisions(), engine.versions(), world.clock()),
                                world.secureRandom(),
                                telemetry)
                        .list());
        all.addAll(
                new OperationsRoutes(
                                engine.vitals(),
                                engine.reloads(),
                                telemetry.metrics(),
                                () -> isDraining)
                        .list());
        all.addAll(new PageRoutes(engine.reviews(), authenticator, settings).list());
        all.addAll(new ReviewRoutes(engine.reviews(), settings.tokens().isPresent()).list());
        all.addAll(engine.more());
        return List.copyOf(all);
    }

    private static Route deciding(String path, Endpoint endpoint) {
        return new Route(
                HttpMethod.POST,
                path,
                new Access.Holding(Scope.DECIDE),
                ErrorStyle.PROBLEM,
                endpoint);
    }

    private Set<String> publicHost() {
        return settings.publicUrl().map(URI::getHost).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
