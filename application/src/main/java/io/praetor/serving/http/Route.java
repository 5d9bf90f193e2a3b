package io.praetor.serving.http;

import io.praetor.serving.access.Access;

/**
 * One operation of the API.
 *
 * @param path exact, from the root, but for segments such as {@code {id}}, which take any text;
 *     also the name of the route in the metrics
 */
public record Route(
        HttpMethod method,
        String path,
        Access access,
        Door door,
        ErrorStyle errors,
        Endpoint endpoint) {

    /** A route for programs. */
    public Route(
            HttpMethod method, String path, Access access, ErrorStyle errors, Endpoint endpoint) {
        this(method, path, access, Door.PROGRAM, errors, endpoint);
    }
}
