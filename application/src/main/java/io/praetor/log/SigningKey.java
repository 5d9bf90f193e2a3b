package io.praetor.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 key pair (RFC 8032) that signs a log's checkpoints under the log's own name.
 * Thread-safe.
 */
public final class SigningKey {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END");

    private final KeyPair pair;

    public SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * Reads a private and a public key in PEM, one behind the other, as {@code openssl genpkey
     * -algorithm ed25519} and {@code openssl pkey -pubout} write them.
     *
     * @throws IllegalArgumentException where one of them is missing or of another kind
     */
    public static SigningKey ofPem(String pem) {
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            PrivateKey secret =
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE")));
            return new SigningKey(
                    new KeyPair(
                            keys.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC"))),
                            secret));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("the key is not an Ed25519 key", broken);
        }
    }

    /** Both keys in PEM, as {@link #ofPem} reads them. */
    public String toPem() {
        return block("PRIVATE", pair.getPrivate().getEncoded())
                + block("PUBLIC", pair.getPublic().getEncoded());
    }

    public NoteVerifier verifier(String origin) {
        return NoteVerifier.of(origin, pair.getPublic());
    }

    /** The checkpoint as a note with one signature. */
    public SignedNote sign(Checkpoint checkpoint) {
        return new SignedNote(
                checkpoint.text(), List.of(line(checkpoint.origin(), checkpoint.text())));
    }

    private String line(String name, String text) {
        byte[] id = verifier(name).id();
        byte[] signature = signature(text);
        ByteBuffer both = ByteBuffer.allocate(id.length + signature.length);
        both.put(id).put(signature);
        return SignedNote.SIGNATURE + name + " " + Base64.getEncoder().encodeToString(both.array());
    }

    private byte[] signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(text.getBytes(UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the platform cannot sign with Ed25519", broken);
        }
    }

    private static byte[] block(String pem, String kind) {
        Matcher blocks = PEM.matcher(pem);
        while (blocks.find()) {
            if (blocks.group(1).equals(kind)) {
                return Base64.getMimeDecoder().decode(blocks.group(2));
            }
        }
        throw new IllegalArgumentException(
                "the key file has no `%s KEY` in PEM; it needs both keys".formatted(kind));
    }

    private static String block(String kind, byte[] encoded) {
        return "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n"
                .formatted(
                        kind,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded),
                        kind);
    }
}
