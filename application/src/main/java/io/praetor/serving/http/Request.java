package io.praetor.serving.http;

import io.praetor.serving.access.Caller;
import java.util.Map;
import java.util.Optional;

/** What a client sent, as far as a route needs it: read whole and within every limit. */
public final class Request {
    private final Caller caller;
    private final String host;
    private final byte[] body;
    private final Deadline deadline;
    private final Map<String, String> parameters;

    /**
     * @param host the Host header, which HTTP/1.1 demands
     * @param parameters by name, of the path as sent and of the query decoded
     */
    public Request(
            Caller caller,
            String host,
            byte[] body,
            Deadline deadline,
            Map<String, String> parameters) {
        this.caller = caller;
        this.host = host;
        this.body = body;
        this.deadline = deadline;
        this.parameters = Map.copyOf(parameters);
    }

    public Caller caller() {
        return caller;
    }

    /** The name that the client called us by, with the port where it gave one. */
    public String host() {
        return host;
    }

    /** Empty where none was sent. The array is the request's own: do not change it. */
    public byte[] body() {
        return body;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** A segment of the path by its name, or a parameter of the query. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
