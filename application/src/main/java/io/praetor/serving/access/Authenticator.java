package io.praetor.serving.access;

import io.praetor.serving.access.Authentication.Known;
import io.praetor.serving.access.Authentication.Unknown;
import io.praetor.serving.settings.CannotServe;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Tells from the Authorization header who calls. Thread-safe. */
public final class Authenticator {
    private static final String SCHEME = "bearer ";

    private final Optional<Path> file;
    private volatile List<Holder> holders;

    private Authenticator(Optional<Path> file, List<TokenEntry> entries) {
        this.file = file;
        this.holders = entries.stream().map(Holder::new).toList();
    }

    /** Everybody on this machine is the local caller. */
    public static Authenticator local() {
        return new Authenticator(Optional.empty(), List.of());
    }

    /**
     * @throws CannotServe where the file does not hold up
     */
    public static Authenticator ofFile(Path file) {
        return new Authenticator(Optional.of(file), TokenFile.read(file));
    }

    public boolean asksForTokens() {
        return file.isPresent();
    }

    /**
     * @param authorization the header's value, as sent
     */
    public Authentication of(Optional<String> authorization) {
        if (!asksForTokens()) {
            return new Known(Caller.LOCAL);
        }
        return authorization.map(this::ofHeader).orElseGet(() -> new Unknown("no bearer token"));
    }

    /** Reads the token file again; a bad file changes nothing. */
    public void reload() {
        file.ifPresent(path -> holders = TokenFile.read(path).stream().map(Holder::new).toList());
    }

    private Authentication ofHeader(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Unknown("not a bearer token");
        }
        byte[] digest = Token.digestOf(value.substring(SCHEME.length()).strip());
        Authentication found = new Unknown("no such bearer token");
        // Looks at every holder, so that the time taken says nothing about which one it was.
        for (Holder holder : holders) {
            if (MessageDigest.isEqual(holder.digest, digest)) {
                found = holder.known;
            }
        }
        return found;
    }

    /** A caller beside the digest of its token. */
    private static final class Holder {
        private final Known known;
        private final byte[] digest;

        Holder(TokenEntry entry) {
            this.known = new Known(entry.caller());
            this.digest = HexFormat.of().parseHex(entry.digest());
        }
    }
}
