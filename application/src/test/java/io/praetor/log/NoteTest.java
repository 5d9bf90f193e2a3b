package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints and their signatures, as other programs write and read them. */
class NoteTest {
    /** The example that the Go project publishes with its package for signed notes. */
    private static final String NEUMANN =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUg\
            YN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final Checkpoint HEAD = new Checkpoint("praetor/1", 42, Merkle.EMPTY);

    private static SigningKey key() throws NoSuchAlgorithmException {
        return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    @Test
    void aPublishedNoteIsAccepted() {
        NoteVerifier verifier = NoteVerifier.ofText(NEUMANN);
        assertThat(verifier).hasToString(NEUMANN);
        assertThat(verifier.accepts(SignedNote.of(NOTE))).isTrue();
        assertThat(SignedNote.of(NOTE)).hasToString(NOTE);
    }

    @Test
    void aChangedNoteIsNotAccepted() {
        NoteVerifier verifier = NoteVerifier.ofText(NEUMANN);
        assertThat(verifier.accepts(SignedNote.of(NOTE.replace("your", "my")))).isFalse();
        assertThat(verifier.accepts(SignedNote.of(NOTE.replace("x08go", "x08gO")))).isFalse();
        assertThat(verifier.accepts(SignedNote.of(NOTE.replace("JnAM=", "JnEM=")))).isFalse();
        assertThat(verifier.accepts(SignedNote.of(NOTE.replace("x08go", "!")))).isFalse();
        assertThat(verifier.accepts(SignedNote.of("text\n"))).isFalse();
    }

    @Test
    void aSignedCheckpointIsAcceptedByItsKeyOnly() throws NoSuchAlgorithmException {
        SigningKey key = key();
        SignedNote note = SignedNote.of(key.sign(HEAD).toString());
        assertThat(Checkpoint.ofText(note.text())).isEqualTo(HEAD);
        NoteVerifier mine = NoteVerifier.ofText(key.verifier("praetor/1").toString());
        assertThat(mine.accepts(note)).isTrue();
        assertThat(key().verifier("praetor/1").accepts(note)).isFalse();
        assertThat(key.verifier("praetor/2").accepts(note)).isFalse();
    }

    @Test
    void keysReadBackFromPem() throws NoSuchAlgorithmException {
        SigningKey key = key();
        SigningKey read = SigningKey.ofPem(key.toPem());
        assertThat(read.sign(HEAD)).isEqualTo(key.sign(HEAD));
        assertThat(read.toPem()).isEqualTo(key.toPem());
    }

    @Test
    void aKeyFileWithoutBothKeysIsRefused() throws NoSuchAlgorithmException {
        String pem = key().toPem();
        String secretOnly = pem.substring(0, pem.indexOf("-----BEGIN PUBLIC"));
        assertThatThrownBy(() -> SigningKey.ofPem(secretOnly))
                .hasMessage("the key file has no `PUBLIC KEY` in PEM; it needs both keys");
        assertThatThrownBy(() -> SigningKey.ofPem(pem.replace("MC4CAQAw", "MC4CAQAx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key is not an Ed25519 key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "praetor/1\n42\n",
                "praetor/1\n042\nAAAA\n",
                "praetor/1\n-1\nAAAA\n",
                "praetor/1\n42\nAAAA\n",
                "praetor/1\n42\n!\n",
                "\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.ofText(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+!"
            })
    void whatIsNoVerifierKeyIsRefused(String text) {
        assertThatThrownBy(() -> NoteVerifier.ofText(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
