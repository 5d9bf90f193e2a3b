package io.praetor.patterns;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** The hashes by which patterns, clauses and libraries are known. */
public final class PatternContent {
    /** Half of a SHA-256: short enough to type, long enough that no two patterns share it. */
    private static final int ID_LENGTH = 32;

    private PatternContent() {}

    /** The id of a pattern; its evidence and its standing have no part in it. */
    public static PatternId id(MatchingRules matching, Effect effect, List<ClauseId> clauses) {
        MessageDigest digest = sha256();
        add(digest, matching.policy());
        add(digest, matching.frame().toString());
        matching.inputs().forEach((name, constraint) -> add(digest, name + "=" + constraint));
        ByteBuffer words = ByteBuffer.allocate(matching.words().size() * Long.BYTES);
        words.asLongBuffer().put(matching.words().toArray());
        digest.update(words.array());
        add(digest, "unseen " + matching.unseenMax());
        add(digest, effect.label());
        clauses.forEach(clause -> add(digest, clause.value()));
        return new PatternId(hex(digest).substring(0, ID_LENGTH));
    }

    /** The digest of what a clause says and how much is at stake. */
    public static String digest(Clause clause) {
        MessageDigest digest = sha256();
        add(digest, clause.text());
        add(digest, clause.tier().label());
        return hex(digest);
    }

    /** The version of a library of these patterns, in any order; {@code none} for none. */
    public static String version(Collection<PatternId> patterns) {
        if (patterns.isEmpty()) {
            return "none";
        }
        MessageDigest digest = sha256();
        patterns.stream().map(PatternId::value).sorted().forEach(id -> add(digest, id));
        return hex(digest);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
