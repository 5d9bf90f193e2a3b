package io.praetor.serving.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.praetor.serving.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A problem document for what the HTTP library turned away: a broken request line or header, a
 * header too long, a connection too many. It repeats nothing of the request.
 */
final class MalformedRequests implements DirectHandler {
    /** How the library says so; it answers 400 where RFC 6585 has a code of its own. */
    private static final String HEADERS_TOO_LONG = "Header size exceeded";

    private static final Status TOO_LONG_431 =
            Status.create(431, "Request Header Fields Too Large");

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status told,
            ServerResponseHeaders headers,
            @Nullable String message) {
        Status status = HEADERS_TOO_LONG.equals(message) ? TOO_LONG_431 : told;
        byte[] body =
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeStringProperty("type", "about:blank");
                            json.writeStringProperty("title", status.reasonPhrase());
                            json.writeNumberProperty("status", status.code());
                            json.writeStringProperty("detail", detail(status));
                            json.writeEndObject();
                        });
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .header(HeaderValues.CONNECTION_CLOSE)
                .keepAlive(false)
                .entity(body)
                .build();
    }

    private static String detail(Status status) {
        return switch (status.code()) {
            case 413 -> "the body is longer than we read";
            case 414 -> "the request line is longer than we read";
            case 431 -> "the headers are longer than we read";
            case 503 -> "more requests in progress than this server takes; try again";
            default -> "the request is not well-formed HTTP/1.1";
        };
    }
}
