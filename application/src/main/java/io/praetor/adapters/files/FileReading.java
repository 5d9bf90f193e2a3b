package io.praetor.adapters.files;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What became of a policy file's bytes. */
public sealed interface FileReading {
    record Text(PolicySource source) implements FileReading {}

    /** The bytes are no UTF-8. Read as anything else they would not have the hash they have. */
    record NoText(PolicyProblem problem) implements FileReading {}

    /**
     * Reads a file. A file that is not there, or may not be read, is an UncheckedIOException.
     *
     * @param name what messages call it
     */
    static FileReading of(Path file, String name) {
        try {
            return of(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileReading of(byte[] bytes, String name) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        return result.isError()
                ? new NoText(noText(new PolicySource(name, text), bytes[in.position()]))
                : new Text(new PolicySource(name, text));
    }

    private static PolicyProblem noText(PolicySource before, byte bad) {
        SourceText lines = SourceText.of(before);
        SourcePosition position = lines.position(lines.length());
        return new PolicyProblem(
                Severity.ERROR,
                position,
                "a byte that may not stand in UTF-8 here: 0x%02X".formatted(bad),
                Optional.empty());
    }
}
