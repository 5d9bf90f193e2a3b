package io.praetor.app;

import io.praetor.adapters.http.Loopback;

/** A model server on loopback that finds {@code allow} likeliest, whatever it is asked. */
final class AllowingModel implements AutoCloseable {
    private final Loopback server =
            new Loopback()
                    .on("/v1/models", "{\"data\":[{\"id\":\"phi\",\"owned_by\":\"vllm\"}]}")
                    .on(
                            "/v1/chat/completions",
                            """
                            {"model":"phi","usage":{"prompt_tokens":9,"completion_tokens":2},
                             "choices":[{"finish_reason":"stop","message":
                              {"content":"allow"},"logprobs":{"content":[
                              {"top_logprobs":[{"token":"allow","logprob":-0.001},
                                               {"token":"deny","logprob":-8.0},
                                               {"token":"require_mfa","logprob":-9.0},
                                               {"token":"require_attestation","logprob":-9.0}]}
                              ]}}]}
                            """);

    String url() {
        return server.url().toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
