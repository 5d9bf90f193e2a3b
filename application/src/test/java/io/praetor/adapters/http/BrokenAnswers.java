package io.praetor.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.praetor.adapters.http.Loopback.Answer;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong at any address of any server, and what it has to come to. */
public final class BrokenAnswers {
    private BrokenAnswers() {}

    /** Runs a call against each broken answer at one address; each has to fail as it should. */
    public static void check(Loopback server, String path, Runnable call) {
        Map<Answer, Failure> broken = new LinkedHashMap<>();
        broken.put(Loopback.status(500, "oops"), Failure.UNAVAILABLE);
        broken.put(Loopback.status(503, "{\"error\":\"loading model\"}"), Failure.UNAVAILABLE);
        broken.put(Loopback.status(401, "{}"), Failure.UNAVAILABLE);
        broken.put(Loopback.status(302, ""), Failure.MISMATCH);
        broken.put(Loopback.status(404, "{}"), Failure.MISMATCH);
        broken.put(Loopback.status(429, "{}"), Failure.BUSY);
        broken.put(Loopback.status(504, "{}"), Failure.TIMEOUT);
        broken.put(
                Loopback.status(400, "{\"error\":{\"type\":\"exceed_context_size_error\"}}"),
                Failure.TOO_LONG);
        broken.put(
                Loopback.status(
                        400,
                        "{\"error\":{\"message\":\"This model's maximum context length is\"}}"),
                Failure.TOO_LONG);
        broken.put(
                Loopback.status(400, "{\"error\":{\"message\":\"failed to parse grammar\"}}"),
                Failure.BAD_GRAMMAR);
        broken.put(Loopback.status(200, ""), Failure.GARBAGE);
        broken.put(Loopback.status(200, "<html>"), Failure.GARBAGE);
        broken.put(Loopback.status(200, "{}"), Failure.GARBAGE);
        broken.put(Loopback.status(200, "[]"), Failure.GARBAGE);
        broken.put(Loopback.status(200, "NaN"), Failure.GARBAGE);
        broken.put(Loopback.status(200, "{\"model\":\"phi\""), Failure.GARBAGE);
        broken.put(Loopback.status(200, "{\"a\":1,\"a\":2}"), Failure.GARBAGE);
        broken.put(Loopback.cut("{\"model\":\"phi\","), Failure.UNAVAILABLE);
        broken.forEach(
                (answer, failure) -> {
                    server.on(path, answer);
                    fails(failure, call);
                });
    }

    public static LanguageModelException fails(Failure failure, Runnable call) {
        LanguageModelException thrown =
                catchThrowableOfType(LanguageModelException.class, call::run);
        assertThat(thrown).as("a failure of kind %s", failure).isNotNull();
        assertThat(thrown.failure()).as(thrown.getMessage()).isEqualTo(failure);
        assertThat(thrown.getMessage()).doesNotContain("sesame").doesNotContain("\n");
        return thrown;
    }
}
