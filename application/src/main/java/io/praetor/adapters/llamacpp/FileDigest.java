package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The digests of model files. */
final class FileDigest {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);

    private FileDigest() {}

    /** The SHA-256 of a GGUF file, which is the expected one where one is expected. */
    static String verified(Path file, Optional<String> expected) {
        String found;
        try (InputStream in = Files.newInputStream(file)) {
            found = sha256(file, in);
        } catch (IOException failure) {
            throw new LanguageModelException(
                    Failure.UNAVAILABLE,
                    "%s: cannot be read (%s); check model.path"
                            .formatted(file, failure.getClass().getSimpleName()),
                    failure);
        }
        if (expected.isPresent() && !expected.get().equalsIgnoreCase(found)) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: has the SHA-256 %s, expected %s; fetch the file anew or mend model.sha256"
                            .formatted(file, found, expected.get()));
        }
        return found;
    }

    private static String sha256(Path file, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        byte[] head = in.readNBytes(MAGIC.length);
        if (!MessageDigest.isEqual(head, MAGIC)) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: is no GGUF file; llama.cpp reads nothing else".formatted(file));
        }
        digest.update(head);
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
