package io.praetor.serving.http;

import java.util.Optional;

/**
 * What a request's head says, as far as it decides whether we answer.
 *
 * @param contentType the Content-Type header
 * @param accept the Accept header
 */
record Sent(Peer peer, Optional<String> contentType, Optional<String> accept) {}
