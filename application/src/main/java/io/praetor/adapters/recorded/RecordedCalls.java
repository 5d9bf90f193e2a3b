package io.praetor.adapters.recorded;

import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.Prompt;
import io.praetor.reasoning.Sha256;
import java.util.List;

/** What tells one call from another: the prompt's hash, and what was wanted of it. */
final class RecordedCalls {
    private RecordedCalls() {}

    /** Lower-case hex SHA-256 of the prompt's text. */
    static String hash(Prompt prompt) {
        return Sha256.of(prompt.text());
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
                        decoding.grammar().map(Sha256::of).orElse("none"));
    }
}
