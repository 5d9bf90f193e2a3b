package io.praetor.serving.http;

import io.praetor.serving.access.Caller;

/** What a client sent, as far as a route needs it: read whole and within every limit. */
public final class Request {
    private final Caller caller;
    private final String host;
    private final byte[] body;
    private final Deadline deadline;

    /**
     * @param host the Host header, which HTTP/1.1 demands
     */
    public Request(Caller caller, String host, byte[] body, Deadline deadline) {
        this.caller = caller;
        this.host = host;
        this.body = body;
        this.deadline = deadline;
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
}
