package io.praetor.serving.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names a client on this machine calls us by.
 *
 * <p>Where no token is asked for, a web page could otherwise reach us by having its own host name
 * resolve to the loopback address (DNS rebinding).
 *
 * @param more further names, lower case
 */
public record LocalHosts(Set<String> more) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public LocalHosts {
        more = Set.copyOf(more);
    }

    /**
     * @param host the Host header, with or without a port
     */
    boolean admit(Optional<String> host) {
        return host.map(LocalHosts::nameOf)
                .map(name -> LOOPBACK.contains(name) || more.contains(name))
                .orElse(false);
    }

    private static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
