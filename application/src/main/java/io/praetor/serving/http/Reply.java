package io.praetor.serving.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What goes back to a client. */
public final class Reply {
    public static final String JSON = "application/json";

    private final HttpStatus status;
    private final String contentType;
    private final byte[] body;
    private final List<Field> fields;

    private Reply(HttpStatus status, String contentType, byte[] body, List<Field> fields) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.fields = fields;
    }

    /** A header field of the reply. */
    public record Field(String name, String value) {}

    public static Reply of(HttpStatus status, String contentType, byte[] body) {
        return new Reply(status, contentType, body, List.of());
    }

    public static Reply json(byte[] body) {
        return of(HttpStatus.OK, JSON, body);
    }

    public static Reply text(HttpStatus status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public Reply with(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new Reply(status, contentType, body, List.copyOf(more));
    }

    public HttpStatus status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    /** The array is the reply's own: do not change it. */
    public byte[] body() {
        return body;
    }

    public List<Field> fields() {
        return fields;
    }
}
