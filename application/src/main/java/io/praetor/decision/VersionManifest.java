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
 */
public record VersionManifest(String policyHash, String reasoner, String resolution) {
    /** The resolution table of this build; changes when {@link Resolver} decides otherwise. */
    public static final String RESOLUTION = "1";

    /** Lower-case hex SHA-256 over the manifest's lines. */
    public String id() {
        String lines =
                "policy %s\nreasoner %s\nresolution %s\n"
                        .formatted(policyHash, reasoner, resolution);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
