package io.praetor.serving.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.praetor.serving.http.Finding.Found;
import io.praetor.serving.http.Finding.NoSuchPath;
import io.praetor.serving.http.Finding.WrongMethod;
import io.praetor.serving.http.Reply.Field;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The way of every request: read it whole, find its route, pass the gate, answer, send.
 *
 * <p>The body is read before anything is answered, for an answer that overtakes its request is
 * often lost with the connection.
 */
final class Dispatch implements Handler {
    private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-ID");
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header NO_SNIFF =
            HeaderValues.createCached("X-Content-Type-Options", "nosniff");

    private final Routes routes;
    private final Answering answering;
    private final SlowClients slowClients;
    private final BooleanSupplier isDraining;
    private final LongSupplier nanoTicker;

    Dispatch(
            Routes routes,
            Answering answering,
            SlowClients slowClients,
            BooleanSupplier isDraining,
            LongSupplier nanoTicker) {
        this.routes = routes;
        this.answering = answering;
        this.slowClients = slowClients;
        this.isDraining = isDraining;
        this.nanoTicker = nanoTicker;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        long start = nanoTicker.getAsLong();
        Optional<byte[]> body = Body.read(request, answering.bodyBytesMax());
        if (!slowClients.received()) {
            throw new CloseConnectionException("the client sent too slowly");
        }
        String method = request.prologue().method().text();
        Finding finding = routes.find(method, request.prologue().uriPath().rawPathNoParams());
        Reply reply =
                switch (finding) {
                    case NoSuchPath _ -> noSuchPath();
                    case WrongMethod wrong -> wrongMethod(wrong);
                    case Found found ->
                            answering.answer(found.route(), body, sentBy(request, found));
                };
        send(reply, request, response, body.isEmpty());
        if (finding instanceof Found found) {
            found.metrics().answered(reply.status(), nanoTicker.getAsLong() - start);
        }
    }

    private void send(
            Reply reply, ServerRequest request, ServerResponse response, boolean isBodyUnread) {
        response.status(Status.create(reply.status().code(), reply.status().title()));
        response.header(NO_STORE);
        response.header(NO_SNIFF);
        response.header(HeaderNames.CONTENT_TYPE, reply.contentType());
        for (Field field : reply.fields()) {
            response.header(HeaderNames.create(field.name()), field.value());
        }
        header(request, REQUEST_ID).ifPresent(id -> response.header(REQUEST_ID, id));
        if (isBodyUnread || isDraining.getAsBoolean()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        slowClients.sending();
        if (request.prologue().method().equals(Method.HEAD)) {
            response.headers().contentLength(reply.body().length);
            response.send();
        } else {
            response.send(reply.body());
        }
        slowClients.sent();
    }

    private static Sent sentBy(ServerRequest request, Found found) {
        Optional<Target> target =
                Target.read(
                        found.segments(),
                        request.query().rawValue(),
                        header(request, HeaderNames.COOKIE).orElse(""));
        return new Sent(
                new Peer(
                        request.remotePeer().host(),
                        header(request, HeaderNames.HOST),
                        authorization(request, found.route().door(), target)),
                target,
                header(request, HeaderNames.CONTENT_TYPE),
                header(request, HeaderNames.ACCEPT),
                new Sent.Source(header(request, HeaderNames.ORIGIN), header(request, FETCH_SITE)));
    }

    private static Optional<String> authorization(
            ServerRequest request, Door door, Optional<Target> target) {
        return switch (door) {
            case PROGRAM -> header(request, HeaderNames.AUTHORIZATION);
            case BROWSER ->
                    target.map(each -> each.cookies().get(Door.TOKEN_COOKIE))
                            .map(token -> "Bearer " + token);
        };
    }

    private static Optional<String> header(ServerRequest request, HeaderName name) {
        return request.headers().first(name);
    }

    private static Reply noSuchPath() {
        return ErrorStyle.PROBLEM.reply(
                Problem.of(HttpStatus.NOT_FOUND, "nothing here; see /openapi.json"));
    }

    private static Reply wrongMethod(WrongMethod wrong) {
        String allowed = String.join(", ", wrong.allowed());
        return ErrorStyle.PROBLEM
                .reply(Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "this path answers " + allowed))
                .with(new Field("Allow", allowed));
    }
}
