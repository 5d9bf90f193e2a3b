package io.praetor.adapters.ollama;

import static io.praetor.adapters.http.BrokenAnswers.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.http.BrokenAnswers;
import io.praetor.adapters.http.Endpoint;
import io.praetor.adapters.http.Loopback;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OllamaModelTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final Prompt PROMPT = new Prompt("system", "shared ", "case", "Decision: ");
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final List<String> LABELS = List.of("allow", "deny");
    private static final Decoding DECODING = new Decoding(0, 7, 8, Optional.empty(), TIME);

    private final Loopback server = new Loopback();

    @BeforeEach
    void answersAsOllamaDoes() {
        server.on("/api/version", "{\"version\":\"0.13.0\"}")
                .on(
                        "/api/tags",
                        """
                        {"models":[{"name":"phi4-mini:latest","model":"phi4-mini:latest",
                         "digest":"%s","details":{"quantization_level":"Q4_K_M"}}]}
                        """
                                .formatted(DIGEST))
                .on(
                        "/api/show",
                        """
                        {"details":{"quantization_level":"Q4_K_M"},"model_info":
                         {"general.architecture":"phi3","phi3.context_length":131072}}
                        """)
                .on("/api/chat", chat(true, "stop", ""));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void itsCardCarriesTheDigestOfTheServersList() {
        try (OllamaModel model = OllamaModel.open(asked(Optional.of("phi4-mini"), DIGEST))) {
            assertThat(model.card())
                    .isEqualTo(
                            new ModelCard(
                                    "phi4-mini:latest",
                                    DIGEST,
                                    "Q4_K_M",
                                    4096,
                                    List.of(),
                                    "ollama 0.13.0"));
        }
        fails(Failure.MISMATCH, () -> OllamaModel.open(asked(Optional.empty(), "0".repeat(64))));
        fails(Failure.MISMATCH, () -> OllamaModel.open(asked(Optional.of("phi4"), DIGEST)));
    }

    @Test
    void anAnswerIsAskedForWithEveryLimitAndReadWithItsCounts() {
        try (OllamaModel model = OllamaModel.open(server.settings())) {
            Decoding held = new Decoding(0, 7, 8, Optional.of("root ::= \"yes\""), TIME);
            assertThat(model.complete(PROMPT, held))
                    .isEqualTo(new Completion("yes", Completion.Stop.END, 20, 0, 2));
            JsonNode sent = JsonMapper.shared().readTree(server.last().body());
            assertThat(sent.get("options").toString())
                    .isEqualTo(
                            "{\"num_ctx\":4096,\"num_predict\":8,\"temperature\":0.0,\"seed\":7}");
            assertThat(sent.get("format").toString()).isEqualTo("{\"type\":\"string\"}");
            assertThat(sent.get("truncate").booleanValue()).isFalse();
            Decoding other = new Decoding(0, 7, 8, Optional.of("root ::= \"no\""), TIME);
            fails(Failure.BAD_GRAMMAR, () -> model.complete(PROMPT, other));
        }
    }

    @Test
    void withoutLogprobsThereAreNoScoresAndItSaysSo() {
        try (OllamaModel model = OllamaModel.open(server.settings())) {
            assertThat(fails(Failure.MISMATCH, () -> model.score(PROMPT, LABELS, TIME)))
                    .hasMessage(
                            "this server gives no label scores (ollama 0.13.0); set model.mode to"
                                    + " reason, or update Ollama");
            String told =
                    "\"logprobs\":[{\"token\":\"allow\",\"logprob\":-0.1,\"top_logprobs\":["
                            + "{\"token\":\"allow\",\"logprob\":-0.1},"
                            + "{\"token\":\"deny\",\"logprob\":-2.5}]}],";
            server.on("/api/chat", chat(true, "length", told));
            assertThat(model.score(PROMPT, LABELS, TIME).logProbabilities())
                    .isEqualTo(Map.of("allow", -.1, "deny", -2.5));
        }
    }

    @Test
    void noBrokenAnswerIsAnAnswer() {
        try (OllamaModel model = OllamaModel.open(server.settings())) {
            BrokenAnswers.check(server, "/api/chat", () -> model.score(PROMPT, LABELS, TIME));
            BrokenAnswers.check(server, "/api/chat", () -> model.complete(PROMPT, DECODING));
            server.on("/api/chat", chat(false, "stop", ""));
            fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
            server.on("/api/chat", chat(true, "load", ""));
            fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
            server.on(
                    "/api/chat",
                    body(true, "stop", "").replace("\"prompt_eval_count\":20", "\"x\":4096"));
            fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
            server.on("/api/chat", body(true, "stop", "").replace(":20,", ":4096,"));
            fails(Failure.TOO_LONG, () -> model.complete(PROMPT, DECODING));
            server.on("/api/chat", body(true, "stop", "").replace("phi4-mini", "phi3"));
            fails(Failure.MISMATCH, () -> model.complete(PROMPT, DECODING));
        }
        for (String path : List.of("/api/version", "/api/tags", "/api/show")) {
            BrokenAnswers.check(server, path, () -> OllamaModel.open(server.settings()));
            answersAsOllamaDoes();
        }
    }

    private ServerSettings asked(Optional<String> name, String sha256) {
        return new ServerSettings(
                new Endpoint(server.url(), Optional.empty()),
                name,
                Optional.of(sha256),
                4096,
                TIME,
                Map.of());
    }

    private static Loopback.Answer chat(boolean done, String reason, String logprobs) {
        return Loopback.status(200, body(done, reason, logprobs));
    }

    private static String body(boolean done, String reason, String logprobs) {
        return """
        {"model":"phi4-mini:latest","message":{"role":"assistant","content":"yes"},%s
         "done":%s,"done_reason":"%s","prompt_eval_count":20,"eval_count":2}
        """
                .formatted(logprobs, done, reason);
    }
}
