package io.praetor.adapters.http;

import java.net.URI;
import java.util.Optional;

/**
 * A model server.
 *
 * @param base what the API's paths are appended to
 * @param token sent as bearer token with every request
 */
public record Endpoint(URI base, Optional<Secret> token) {
    URI at(String path) {
        String front = base.toString().replaceFirst("/+$", "");
        return URI.create(front + path);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
