package io.praetor.serving.http;

import io.praetor.serving.access.Caller;

/** What a client sent, as far as a route needs it: read whole and within every limit. */
public final class Request {
    private final Caller caller;
    private final byte[] body;
    private final Deadline deadline;

    public Request(Caller caller, byte[] body, Deadline deadline) {
        this.caller = caller;
        this.body = body;
        this.deadline = deadline;
    }

    public Caller caller() {
        return caller;
    }

    /** Empty where none was sent. The array is the request's own: do not change it. */
    public byte[] body() {
        return body;
    }

    public Deadline deadline() {
        return deadline;
    }
}
