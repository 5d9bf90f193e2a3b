package io.praetor.serving.http;

import io.praetor.serving.access.Access;

/**
 * One operation of the API.
 *
 * @param path exact, from the root; also the name of the route in the metrics
 */
public record Route(
        HttpMethod method, String path, Access access, ErrorStyle errors, Endpoint endpoint) {}
