package io.praetor.serving.http;

import java.util.Optional;

/**
 * What a request's head says, as far as it decides whether we answer.
 *
 * @param target what stands in the path and the query; empty where it cannot be decoded
 * @param contentType the Content-Type header
 * @param accept the Accept header
 */
record Sent(
        Peer peer,
        Optional<Target> target,
        Optional<String> contentType,
        Optional<String> accept) {}
