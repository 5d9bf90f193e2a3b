package io.praetor.serving.http;

import java.util.Optional;

/**
 * What a request's head says, as far as it decides whether we answer.
 *
 * @param target what stands in the path and the query; empty where it cannot be decoded
 * @param contentType the Content-Type header
 * @param accept the Accept header
 * @param source which page made a browser send it
 */
record Sent(
        Peer peer,
        Optional<Target> target,
        Optional<String> contentType,
        Optional<String> accept,
        Source source) {

    /**
     * What a browser says of the page that made it send the request.
     *
     * @param origin the Origin header (RFC 6454)
     * @param site the Sec-Fetch-Site header (W3C Fetch Metadata), which no script can set; browsers
     *     leave it out on plain connections to other machines
     */
    record Source(Optional<String> origin, Optional<String> site) {
        /** Whether it was a page of ours, for certain. */
        boolean isOurs(Optional<String> host) {
            return site.map("same-origin"::equals)
                    .orElseGet(
                            () ->
                                    origin.isPresent()
                                            && host.isPresent()
                                            && origin.get().endsWith("://" + host.get()));
        }
    }
}
