package io.praetor.serving.http;

import io.praetor.serving.access.Access;
import io.praetor.serving.access.Authenticator;
import io.praetor.serving.settings.Rate;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.telemetry.EventLog;
import io.praetor.serving.telemetry.Metrics;
import io.praetor.serving.telemetry.Telemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server with a few plain routes, and a client of it. */
final class SmallServer implements AutoCloseable {
    private static final Access OPEN = new Access.Open();

    final List<String> events = new CopyOnWriteArrayList<>();
    final Metrics metrics = new Metrics();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);
    final HttpServer http;
    private final HttpClient client = HttpClient.newHttpClient();

    private SmallServer(ServerLimits limits) {
        Gate gate =
                new Gate(
                        Authenticator.local(),
                        new LocalHosts(Set.of()),
                        limits,
                        System::nanoTime,
                        metrics);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        this.http =
                new HttpServer(
                        new HttpServer.Settings(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                Optional.empty(),
                                limits),
                        routes(),
                        gate,
                        new Telemetry(metrics, new EventLog(clock, events::add)),
                        System::nanoTime);
    }

    static SmallServer started(Duration receiveTime) {
        ServerLimits usual = ServerLimits.DEFAULT;
        SmallServer server =
                new SmallServer(
                        new ServerLimits(
                                usual.requestLineBytesMax(),
                                usual.headerBytesMax(),
                                usual.bodyBytesMax(),
                                usual.batchItemsMax(),
                                usual.pageItemsMax(),
                                usual.connectionsMax(),
                                usual.requestsMax(),
                                receiveTime,
                                usual.sendTime(),
                                usual.idleTime(),
                                usual.workTime(),
                                usual.drainTime(),
                                new Rate(1_000, 1_000),
                                usual.refusedRate()));
        server.http.start();
        return server;
    }

    private List<Route> routes() {
        return List.of(
                route(HttpMethod.POST, "/echo", r -> Reply.json(r.body())),
                route(HttpMethod.GET, "/hello", _ -> Reply.text(HttpStatus.OK, "hello")),
                route(HttpMethod.POST, "/bug", _ -> failing()),
                route(HttpMethod.POST, "/wait", _ -> waiting()),
                new Route(
                        HttpMethod.POST,
                        "/authzen",
                        OPEN,
                        ErrorStyle.AUTHZEN,
                        r -> Reply.json(r.body())));
    }

    private static Route route(HttpMethod method, String path, Endpoint endpoint) {
        return new Route(method, path, OPEN, ErrorStyle.PROBLEM, endpoint);
    }

    private static Reply failing() {
        throw new IllegalStateException("a secret");
    }

    private Reply waiting() {
        entered.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Reply.text(HttpStatus.OK, "done");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + http.port() + path);
    }

    HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path, body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), http.port());
    }

    /** The beginning of the answer to a request as it goes over the wire. */
    String raw(String request) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        leave.countDown();
        http.stop();
        client.close();
    }
}
