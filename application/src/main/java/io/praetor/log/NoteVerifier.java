package io.praetor.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Checks the Ed25519 signatures of one key on notes (C2SP signed-note). Thread-safe. */
public final class NoteVerifier {
    static final int KEY_ID_BYTES = 4;

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;

    /** What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private NoteVerifier(String name, byte[] raw, PublicKey key) {
        this.name = name;
        this.raw = raw;
        this.key = key;
    }

    static NoteVerifier of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        boolean isEd25519 =
                encoded != null
                        && encoded.length == X509.length + KEY_BYTES
                        && Arrays.equals(X509, Arrays.copyOf(encoded, X509.length));
        if (!isEd25519) {
            throw new IllegalArgumentException("the public key is not an Ed25519 key");
        }
        byte[] raw = Arrays.copyOfRange(encoded, X509.length, encoded.length);
        return new NoteVerifier(name, raw, key);
    }

    /**
     * Reads a verifier key: {@code NAME+ID+KEY}, the id in hex, the key in base64.
     *
     * @throws IllegalArgumentException where it is none, or its id is not the key's
     */
    public static NoteVerifier ofText(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key has the form `NAME+ID+KEY`");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("the verifier key is not an Ed25519 key");
        }
        byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
        NoteVerifier verifier = new NoteVerifier(parts[0], raw, publicKey(raw));
        if (!HexFormat.of().formatHex(verifier.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the verifier key's id does not fit its key");
        }
        return verifier;
    }

    /** Whether one of the note's signatures is this key's and fits the text. */
    public boolean accepts(SignedNote note) {
        String mine = SignedNote.SIGNATURE + name + " ";
        return note.signatures().stream()
                .filter(line -> line.startsWith(mine))
                .anyMatch(line -> fits(line.substring(mine.length()), note.text()));
    }

    /** The first four bytes of SHA-256 over name, line break, algorithm and key. */
    byte[] id() {
        Hash hash = Hash.over(name.getBytes(UTF_8), new byte[] {'\n', ED25519}, raw);
        return Arrays.copyOf(hash.toBytes(), KEY_ID_BYTES);
    }

    private boolean fits(String base64, String text) {
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return false;
        }
        boolean isOfThisKey =
                signature.length > KEY_ID_BYTES
                        && Arrays.equals(id(), Arrays.copyOf(signature, KEY_ID_BYTES));
        return isOfThisKey
                && verifies(Arrays.copyOfRange(signature, KEY_ID_BYTES, signature.length), text);
    }

    private boolean verifies(byte[] signature, String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(UTF_8));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] raw) {
        byte[] encoded = Arrays.copyOf(X509, X509.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("the verifier key is no point of Ed25519", broken);
        }
    }

    /** {@code NAME+ID+KEY}. */
    @Override
    public String toString() {
        byte[] typed = new byte[raw.length + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return "%s+%s+%s"
                .formatted(
                        name,
                        HexFormat.of().formatHex(id()),
                        Base64.getEncoder().encodeToString(typed));
    }
}
