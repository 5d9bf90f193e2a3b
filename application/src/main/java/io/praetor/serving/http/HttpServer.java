package io.praetor.serving.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HttpLogConfig;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.praetor.serving.settings.CannotServe;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.telemetry.Telemetry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Our routes on a listening socket. Start it once, {@link #drain} it, stop it.
 *
 * <p>HTTP/1.1, a virtual thread a connection.
 */
public final class HttpServer {
    /** How often slow clients are looked for in the time that they have. */
    private static final int SWEEPS_PER_LIMIT = 4;

    private final Settings settings;
    private final SlowClients slowClients;
    private final ScheduledExecutorService sweeper;
    private final WebServer server;
    private volatile boolean isDraining;

    /**
     * @param tls plain HTTP where empty
     */
    public record Settings(InetSocketAddress address, Optional<Tls> tls, ServerLimits limits) {}

    public HttpServer(
            Settings settings,
            List<Route> routes,
            Gate gate,
            Telemetry telemetry,
            LongSupplier nanoTicker) {
        this.settings = settings;
        ServerLimits limits = settings.limits();
        this.slowClients = new SlowClients(limits, nanoTicker, telemetry.metrics());
        this.sweeper =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("slow-clients").factory());
        Answering answering = new Answering(gate, limits, telemetry.events(), nanoTicker);
        Dispatch dispatch =
                new Dispatch(
                        new Routes(routes, telemetry.metrics()),
                        answering,
                        slowClients,
                        () -> isDraining,
                        nanoTicker);
        this.server = configured(dispatch).build();
    }

    /**
     * Begins to listen.
     *
     * @throws CannotServe where the address cannot be had
     */
    public void start() {
        server.start();
        if (!server.isRunning()) {
            throw new CannotServe(
                    "cannot listen on %s:%d; is another process there?"
                            .formatted(
                                    settings.address().getHostString(),
                                    settings.address().getPort()));
        }
        long sweep = sweepMillis();
        var _ =
                sweeper.scheduleWithFixedDelay(
                        slowClients::sweep, sweep, sweep, TimeUnit.MILLISECONDS);
    }

    /** The port listened on, once started. */
    public int port() {
        return server.port();
    }

    /** From now on every answer ends its connection. */
    public void drain() {
        isDraining = true;
    }

    /** Accepts nothing more, lets requests in progress finish within the drain time, ends. */
    public void stop() {
        isDraining = true;
        server.stop();
        sweeper.shutdownNow();
    }

    private long sweepMillis() {
        Duration receive = settings.limits().receiveTime();
        Duration send = settings.limits().sendTime();
        Duration shorter = receive.compareTo(send) < 0 ? receive : send;
        return Math.max(1, shorter.toMillis() / SWEEPS_PER_LIMIT);
    }

    private WebServerConfig.Builder configured(Dispatch dispatch) {
        ServerLimits limits = settings.limits();
        WebServerConfig.Builder builder =
                WebServer.builder()
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .protocolsDiscoverServices(false)
                        .host(settings.address().getHostString())
                        .port(settings.address().getPort())
                        .maxPayloadSize(Body.DROPPED_BYTES_MAX)
                        .maxTcpConnections(limits.connectionsMax())
                        .maxConcurrentRequests(limits.requestsMax())
                        .idleConnectionTimeout(limits.idleTime())
                        .idleConnectionPeriod(limits.idleTime().dividedBy(SWEEPS_PER_LIMIT))
                        .shutdownGracePeriod(limits.drainTime())
                        .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                        .errorHandling(ErrorHandling.builder().includeEntity(true).build())
                        .directHandlers(malformed())
                        .addProtocol(protocol(limits))
                        .routing(HttpRouting.builder().any(dispatch));
        settings.tls().ifPresent(builder::tls);
        return builder;
    }

    private Http1Config protocol(ServerLimits limits) {
        return Http1Config.builder()
                .maxPrologueLength(limits.requestLineBytesMax())
                .maxHeadersSize(limits.headerBytesMax())
                .log(HttpLogConfig.builder().receiveLog(false).sendLog(false).build())
                .addReceiveListener(slowClients)
                .build();
    }

    /** What the library refuses before a route is known: broken HTTP. */
    private static DirectHandlers malformed() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        DirectHandler problem = new MalformedRequests();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, problem);
        }
        return handlers.build();
    }
}
