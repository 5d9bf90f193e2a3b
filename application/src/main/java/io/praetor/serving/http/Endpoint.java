package io.praetor.serving.http;

/** Answers the requests of one route. Thread-safe; called on a virtual thread, so it may block. */
@FunctionalInterface
public interface Endpoint {
    Reply answer(Request request);
}
