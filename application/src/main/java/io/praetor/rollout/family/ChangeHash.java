package io.praetor.rollout.family;

import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.VersionState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over a change's fields, each preceded by its length in bytes, so that no two changes read
 * the same.
 */
final class ChangeHash {
    private ChangeHash() {}

    static String of(Change change) {
        MessageDigest sha256 = sha256();
        add(sha256, change.family());
        add(sha256, Long.toString(change.sequence()));
        add(sha256, change.at().toString());
        add(sha256, change.action().name());
        add(sha256, change.target().label());
        add(sha256, change.from().map(VersionState::label).orElse(""));
        add(sha256, change.to().map(VersionState::label).orElse(""));
        add(sha256, kind(change.by()));
        add(sha256, change.by().name());
        add(sha256, change.approvedBy().orElse(""));
        add(sha256, change.reason());
        addAll(sha256, change.evidence());
        addAll(
                sha256,
                change.grant().stream()
                        .flatMap(grant -> grant.scope().stream())
                        .map(cluster -> cluster.name())
                        .sorted()
                        .toList());
        add(sha256, change.grant().map(grant -> grant.expiresAt().toString()).orElse(""));
        add(sha256, change.before().label());
        add(sha256, change.after().label());
        add(sha256, change.previousHash());
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static String kind(Initiator initiator) {
        return switch (initiator) {
            case Initiator.Person _ -> "person";
            case Initiator.Automatic _ -> "automatic";
            case Initiator.Learning _ -> "learning";
        };
    }

    private static void addAll(MessageDigest digest, List<String> texts) {
        add(digest, Integer.toString(texts.size()));
        texts.forEach(text -> add(digest, text));
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
