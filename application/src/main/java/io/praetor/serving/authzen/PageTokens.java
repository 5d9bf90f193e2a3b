package io.praetor.serving.authzen;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that take a search to its next page: where it goes on, how long pages are, and a seal
 * (HMAC-SHA-256) over both and the search itself, so that a token fits no other search, policy or
 * server and cannot be made up. Thread-safe.
 *
 * <p>The key lives as long as the process: after a restart a search starts again.
 */
final class PageTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** Half of the seal: 128 bits are out of reach, and the token stays short. */
    private static final int SEAL_BYTES = 16;

    private static final int PLACE_BYTES = 2 * Integer.BYTES;

    private final SecretKeySpec key;

    PageTokens(RandomGenerator secureRandom) {
        byte[] secret = new byte[KEY_BYTES];
        secureRandom.nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * @param start the candidate that the page begins at
     * @param limit results in a page
     */
    record Place(int start, int limit) {}

    /**
     * @param search bytes that tell this search from every other
     */
    String token(Place place, byte[] search) {
        byte[] bytes =
                ByteBuffer.allocate(PLACE_BYTES + SEAL_BYTES)
                        .putInt(place.start())
                        .putInt(place.limit())
                        .put(seal(place, search))
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where the token leads; empty where it is not ours or belongs to another search. */
    Optional<Place> place(String token, byte[] search) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != PLACE_BYTES + SEAL_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Place place = new Place(buffer.getInt(), buffer.getInt());
        byte[] seal = Arrays.copyOfRange(bytes, PLACE_BYTES, bytes.length);
        return MessageDigest.isEqual(seal, seal(place, search))
                ? Optional.of(place)
                : Optional.empty();
    }

    private byte[] seal(Place place, byte[] search) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(
                    ByteBuffer.allocate(PLACE_BYTES)
                            .putInt(place.start())
                            .putInt(place.limit())
                            .flip());
            return Arrays.copyOf(mac.doFinal(search), SEAL_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
