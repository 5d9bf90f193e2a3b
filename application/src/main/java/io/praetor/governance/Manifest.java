package io.praetor.governance;

import io.praetor.rollout.evidence.VersionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a version is made of, by part: digests, versions and figures as text, such as {@code
 * policy}, {@code prompt}, {@code model}, {@code model_sha256}, {@code decoding}, {@code
 * hyperparams}, {@code parameters_sha256}, {@code context_dim}. Immutable; its hash is the
 * version's id.
 */
public record Manifest(Map<String, String> parts) {
    /** The part that a change of makes a longer soak necessary. */
    public static final String MODEL = "model";

    private static final String NAME = "[a-z][a-z0-9_]{0,63}";

    public Manifest {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a manifest has parts");
        }
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (!part.getKey().matches(NAME) || part.getValue().contains("\n")) {
                throw new IllegalArgumentException(
                        "part `%s` of a manifest is a short word and one line"
                                .formatted(part.getKey()));
            }
        }
    }

    /** Lower-case hex SHA-256 over one line a part, by name. */
    public VersionId id() {
        StringBuilder lines = new StringBuilder();
        parts.forEach((name, value) -> lines.append(name).append(' ').append(value).append('\n'));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest(lines.toString().getBytes(StandardCharsets.UTF_8));
            return new VersionId(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The parts in which two manifests differ, by name. */
    public Set<String> differences(Manifest other) {
        Set<String> names = new TreeSet<>(parts.keySet());
        names.addAll(other.parts.keySet());
        names.removeIf(name -> Objects.equals(parts.get(name), other.parts.get(name)));
        return names;
    }
}
