package io.praetor.serving.http;

import java.util.Map;
import java.util.Optional;

/**
 * What a request's head says, as far as it decides whether we answer.
 *
 * @param contentType the Content-Type header
 * @param accept the Accept header
 * @param parameters of path and query
 */
record Sent(
        Peer peer,
        Optional<String> contentType,
        Optional<String> accept,
        Map<String, String> parameters) {}
