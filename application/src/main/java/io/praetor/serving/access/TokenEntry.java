package io.praetor.serving.access;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One line of a token file: a caller and the digest of its token.
 *
 * @param digest lower-case hex SHA-256
 */
record TokenEntry(Caller caller, String digest) {
    static TokenEntry of(Caller caller, String token) {
        return new TokenEntry(caller, Token.hashOf(token));
    }

    /** The line as it stands in the file: name, scopes, digest. */
    String line() {
        String scopes =
                Arrays.stream(Scope.values())
                        .filter(caller::may)
                        .map(Scope::label)
                        .collect(Collectors.joining(","));
        return caller.name() + " " + scopes + " " + digest;
    }
}
