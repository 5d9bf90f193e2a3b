package io.praetor.rollout.selection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which requests a canary decides: those whose keyed hash falls into the share. The same request
 * under the same revision is drawn the same again, and nobody without the key can tell which.
 */
public final class CanaryShare {
    /** Seed 004 asks for small exploration; a canary decides at most one request in twenty. */
    static final double SHARE_MAX = .05;

    /** A double holds 53 bits exactly. */
    private static final int UNUSED_BITS = 64 - 53;

    private static final double UNIT = 0x1.0p-53;

    private final SecretKeySpec key;
    private final double share;

    public CanaryShare(byte[] key, double share) {
        if (!(share >= 0 && share <= SHARE_MAX)) {
            throw new IllegalArgumentException(
                    "a canary's share is in [0, %s], not %s".formatted(SHARE_MAX, share));
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.share = share;
    }

    double share() {
        return share;
    }

    boolean draws(String requestId, long revision) {
        return position(requestId, revision) < share;
    }

    /** Uniform in [0, 1) over keys. */
    double position(String requestId, long revision) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String text = revision + "\n" + requestId;
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            long bits = ByteBuffer.wrap(hash).getLong() >>> UNUSED_BITS;
            return bits * UNIT;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }
}
