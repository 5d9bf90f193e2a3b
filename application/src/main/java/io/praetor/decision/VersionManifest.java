package io.praetor.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a version is made of. Two versions with the same manifest are the same version.
 *
 * @param policyHash the content hash of the policy set
 * @param reasoner the version of whoever reasons, with everything its answers depend on; {@code
 *     none} where nobody does
 * @param resolution the version of the resolution table
 * @param patterns the version of the pattern library; {@code none} where no pattern answers
 */
public record VersionManifest(
        String policyHash, String reasoner, String resolution, String patterns) {
    /** The resolution table of this build; changes when {@link Resolver} decides otherwise. */
    public static final String RESOLUTION = "1";

    /** A version without patterns. */
    public VersionManifest(String policyHash, String reasoner, String resolution) {
        this(policyHash, reasoner, resolution, "none");
    }

    /** Lower-case hex SHA-256 over the manifest's lines. */
    public String id() {
        String lines =
                "policy %s\nreasoner %s\nresolution %s\n"
                                .formatted(policyHash, reasoner, resolution)
                        + (patterns.equals("none") ? "" : "patterns %s\n".formatted(patterns));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
