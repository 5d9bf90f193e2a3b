package io.praetor.retrieval;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of a corpus: SHA-256 over {@code "praetor.corpus.v1" 00} and, entry by entry in the
 * corpus's order, kind, id, version, text, indexed words, policy, family, the number of teams and
 * the teams in order. A text is 4 bytes of length, big-endian, and its UTF-8; what is absent is
 * empty.
 */
final class CorpusHash {
    private static final byte[] DOMAIN = "praetor.corpus.v1\0".getBytes(UTF_8);

    private final MessageDigest digest = sha256();

    private CorpusHash() {}

    static String of(List<CorpusEntry> entries) {
        CorpusHash hash = new CorpusHash();
        hash.digest.update(DOMAIN);
        entries.forEach(hash::add);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(CorpusEntry entry) {
        Passage passage = entry.passage();
        add(passage.kind().name());
        add(passage.id());
        add(passage.version());
        add(passage.text());
        add(entry.indexed());
        add(entry.policy().orElse(""));
        add(entry.family().orElse(""));
        digest.update(number(entry.teams().size()));
        entry.teams().stream().sorted().forEach(this::add);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        digest.update(number(bytes.length));
        digest.update(bytes);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
