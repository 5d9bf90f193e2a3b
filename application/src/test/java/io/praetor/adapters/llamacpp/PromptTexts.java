package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests ask. */
final class PromptTexts {
    static final Duration LONG = Duration.ofMinutes(1);
    static final String SHARED = "clause 1: the owner is asked.\n".repeat(9);
    static final String LABEL_GRAMMAR =
            "root ::= \"allow\" | \"deny\" | \"require_attestation\" | \"require_mfa\"";

    private PromptTexts() {}

    static Prompt about(String situation) {
        return new Prompt("You decide.", SHARED, situation, "decision: ");
    }

    static Decoding greedy(int tokensMax) {
        return new Decoding(0, 0, tokensMax, Optional.empty(), LONG);
    }

    static void assertFails(Failure failure, ThrowingCallable call) {
        Assertions.assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LanguageModelException.class,
                        thrown ->
                                Assertions.assertThat(thrown.failure())
                                        .as(thrown.getMessage())
                                        .isEqualTo(failure));
    }
}
