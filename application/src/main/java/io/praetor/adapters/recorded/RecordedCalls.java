package io.praetor.adapters.recorded;

import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.Prompt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What tells one call from another: the prompt's hash, and what was wanted of it. */
final class RecordedCalls {
    private RecordedCalls() {}

    /** Lower-case hex SHA-256 of the prompt's text. */
    static String hash(Prompt prompt) {
        return sha256(prompt.text());
    }

    static String tokens() {
        return "tokens";
    }

    static String score(List<String> labels) {
        return "score " + String.join(",", labels);
    }

    /** A time limit changes no answer, so it is not part of the call. */
    static String complete(Decoding decoding) {
        return "complete temperature=%s seed=%d tokens=%d grammar=%s"
                .formatted(
                        decoding.temperature(),
                        decoding.seed(),
                        decoding.tokensMax(),
                        decoding.grammar().map(RecordedCalls::sha256).orElse("none"));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
