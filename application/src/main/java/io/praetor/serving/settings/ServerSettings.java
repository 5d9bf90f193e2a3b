package io.praetor.serving.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server was told to run.
 *
 * @param address where to listen; port 0 takes any free one
 * @param tls plain HTTP where empty
 * @param tokens the token file; needed on any address but loopback
 * @param publicUrl what clients call the server by, where something stands in between
 * @param tellsContext whether AuthZEN clients are told more than yes or no
 */
public record ServerSettings(
        InetSocketAddress address,
        Optional<TlsFiles> tls,
        Optional<Path> tokens,
        Optional<URI> publicUrl,
        boolean tellsContext,
        ServerLimits limits) {
    /** Port 8000 as in seed 002, reachable from this machine only. */
    public static final ServerSettings LOCAL =
            new ServerSettings(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 8000),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    ServerLimits.DEFAULT);

    /**
     * @throws CannotServe where the address or the public URL is none, or where anybody could ask
     *     for decisions
     */
    public ServerSettings {
        if (address.isUnresolved()) {
            throw new CannotServe("no address for host `" + address.getHostString() + "`");
        }
        if (tokens.isEmpty() && !address.getAddress().isLoopbackAddress()) {
            throw new CannotServe(
                    "`%s` can be reached from other machines, so clients need tokens: name a token"
                                    .formatted(address.getHostString())
                            + " file (`praetor token create` makes one), or listen on 127.0.0.1");
        }
        publicUrl.ifPresent(ServerSettings::requireBase);
    }

    /** {@code https} where we end TLS ourselves. */
    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    private static void requireBase(URI url) {
        boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!isWeb
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new CannotServe(
                    "`" + url + "` is no public url; expected https://HOST[:PORT][/PATH]");
        }
    }
}
