package io.praetor.serving.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A bearer token: 256 random bits, so that a plain SHA-256 of it is safe to keep (there is nothing
 * to guess that a slow hash would slow down).
 */
public final class Token {
    /** Tells a secret scanner and a reader what the text is. */
    private static final String PREFIX = "praetor_";

    private static final int BYTES = 32;

    private Token() {}

    /** A new token's text, shown once and kept nowhere. */
    public static String create(RandomGenerator secureRandom) {
        byte[] secret = new byte[BYTES];
        secureRandom.nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Lower-case hex SHA-256 of a token's text. */
    public static String hashOf(String token) {
        return HexFormat.of().formatHex(digestOf(token));
    }

    static byte[] digestOf(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
