package io.praetor.serving.http;

import io.praetor.serving.http.Gate.Passage;
import io.praetor.serving.http.Reply.Field;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.telemetry.EventLog;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Answers a request whose route is found: gate, form, then the route's own endpoint. */
final class Answering {
    private final Gate gate;
    private final ServerLimits limits;
    private final EventLog events;
    private final LongSupplier nanoTicker;

    Answering(Gate gate, ServerLimits limits, EventLog events, LongSupplier nanoTicker) {
        this.gate = gate;
        this.limits = limits;
        this.events = events;
        this.nanoTicker = nanoTicker;
    }

    int bodyBytesMax() {
        return limits.bodyBytesMax();
    }

    /**
     * @param body empty where it was too large
     */
    Reply answer(Route route, Optional<byte[]> body, Sent sent) {
        return switch (gate.pass(route.access(), sent.peer())) {
            case Passage.Closed closed -> {
                Reply reply = route.errors().reply(closed.problem());
                for (Field field : closed.fields()) {
                    reply = reply.with(field);
                }
                yield reply;
            }
            case Passage.Open open ->
                    wrongForm(route, body, sent)
                            .map(problem -> route.errors().reply(problem))
                            .orElseGet(() -> ofEndpoint(route, request(open, body, sent)));
        };
    }

    private Optional<Problem> wrongForm(Route route, Optional<byte[]> body, Sent sent) {
        if (body.isEmpty()) {
            return Optional.of(
                    Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "the body is longer than " + limits.bodyBytesMax() + " bytes"));
        }
        if (sent.target().isEmpty()) {
            return Optional.of(
                    Problem.of(
                            HttpStatus.BAD_REQUEST, "path or query are not percent-encoded UTF-8"));
        }
        if (route.method() != HttpMethod.POST) {
            return Optional.empty();
        }
        return switch (route.door()) {
            case PROGRAM -> wrongJson(sent);
            case BROWSER -> wrongForm(sent);
        };
    }

    private static Optional<Problem> wrongForm(Sent sent) {
        if (!sent.source().isOurs(sent.peer().host())) {
            return Optional.of(
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            "this was not sent by a page of ours, so nothing was done; open the"
                                    + " page here and try again"));
        }
        return MediaTypes.isForm(sent.contentType())
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "the body must be application/x-www-form-urlencoded"));
    }

    private static Optional<Problem> wrongJson(Sent sent) {
        if (!MediaTypes.isRead(sent.contentType())) {
            return Optional.of(
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "the body must be application/json in UTF-8"));
        }
        if (!MediaTypes.isJsonTaken(sent.accept())) {
            return Optional.of(
                    Problem.of(HttpStatus.NOT_ACCEPTABLE, "we answer in application/json"));
        }
        return Optional.empty();
    }

    private Request request(Passage.Open open, Optional<byte[]> body, Sent sent) {
        return new Request(
                open.caller(),
                sent.peer().host().orElse(""),
                body.orElse(new byte[0]),
                Deadline.in(limits.workTime(), nanoTicker),
                sent.target().orElse(Target.PLAIN));
    }

    private Reply ofEndpoint(Route route, Request request) {
        try {
            return route.endpoint().answer(request);
        } catch (RuntimeException e) {
            // last resort: a bug in one answer must not end the others; nothing was released
            events.error("failure", e);
            return route.errors()
                    .reply(
                            Problem.of(
                                    HttpStatus.INTERNAL_SERVER_ERROR,
                                    "the server failed; its log says why"));
        }
    }
}
