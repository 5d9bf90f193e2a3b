package io.praetor.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hash that names a version of a policy: lower-case hex SHA-256 over the parent's hash (nothing
 * for a first version), a line feed, and the file's bytes in UTF-8.
 */
public final class PolicyHash {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private PolicyHash() {}

    public static String of(Optional<String> parent, String text) {
        MessageDigest digest = sha256();
        digest.update((parent.orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** True for 64 lower-case hex digits. */
    public static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
