package io.praetor.serving.http;

import java.util.Optional;

/**
 * Where a request comes from and what it shows.
 *
 * @param address the client's IP address
 * @param host the Host header
 * @param authorization the Authorization header
 */
record Peer(String address, Optional<String> host, Optional<String> authorization) {}
