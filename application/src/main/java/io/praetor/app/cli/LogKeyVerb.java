package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.log.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Makes the key that signs the log's heads, or says what verifies it. */
@Command(
        name = "key",
        description = {
            "make a key that signs the log's heads, and print what verifies them",
            "A file that is there is read, never overwritten. Name it as `log.key` in the"
                    + " configuration; give the printed line to whoever checks heads."
        })
final class LogKeyVerb extends LogVerb {
    @Parameters(paramLabel = "FILE", description = "the key file, in PEM")
    private Path file = Path.of("");

    LogKeyVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Path resolved = shell.folder().resolve(file);
        if (!Files.exists(resolved)) {
            create(resolved);
            if (!Files.exists(logFile())) {
                shell.err()
                        .println(
                                file
                                        + " is made; what verifies it names the log, so ask again"
                                        + " once there is one");
                return ExitCode.OK;
            }
        }
        SigningKey key = signingKey(file);
        try (SqliteDecisionLog log = SqliteDecisionLog.read(logFile())) {
            String verifier = key.verifier(log.outline().origin()).toString();
            shell.out()
                    .println(
                            json()
                                    ? JsonMapper.shared()
                                            .createObjectNode()
                                            .put("verifier", verifier)
                                            .toString()
                                    : verifier);
        }
        return ExitCode.OK;
    }

    /** Readable by its owner alone, from the first byte on. */
    private static void create(Path file) {
        try {
            SigningKey key =
                    new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key.toPem(), StandardOpenOption.WRITE);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the platform has no Ed25519", missing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
