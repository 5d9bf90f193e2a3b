package io.praetor.serving.http;

import io.praetor.serving.access.Caller;
import java.util.Optional;

/** What a client sent, as far as a route needs it: read whole and within every limit. */
public final class Request {
    private final Caller caller;
    private final String host;
    private final byte[] body;
    private final Deadline deadline;
    private final Target target;

    /**
     * @param host the Host header, which HTTP/1.1 demands
     */
    public Request(Caller caller, String host, byte[] body, Deadline deadline, Target target) {
        this.caller = caller;
        this.host = host;
        this.body = body;
        this.deadline = deadline;
        this.target = target;
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

    /** What stands in the path and the query. */
    public Target target() {
        return target;
    }

    /** A segment of the path by its name, or a parameter of the query. */
    public Optional<String> parameter(String name) {
        return target.parameter(name);
    }

    public Deadline deadline() {
        return deadline;
    }
}
