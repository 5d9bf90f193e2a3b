package io.praetor.adapters.openai;

import static io.praetor.adapters.http.BrokenAnswers.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.http.BrokenAnswers;
import io.praetor.adapters.http.Endpoint;
import io.praetor.adapters.http.Loopback;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LlamaServerModelTest {
    private static final Prompt PROMPT = new Prompt("system", "shared ", "case", "Decision: ");
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final List<String> LABELS = List.of("allow", "deny");
    private static final Decoding DECODING = new Decoding(0, 7, 8, Optional.empty(), TIME);

    private final Loopback server = new Loopback();

    @BeforeEach
    void answersAsARealOneDoes() {
        server.on(
                        "/props",
                        """
                        {"default_generation_settings":{"n_ctx":2048,"params":{}},
                         "total_slots":1,"model_alias":"phi","model_path":"/m/phi.gguf",
                         "build_info":"b1-de3ff81"}
                        """)
                .on(
                        "/v1/models",
                        """
                        {"object":"list","data":[{"id":"phi","owned_by":"llamacpp",
                         "meta":{"n_vocab":260,"n_ctx":2048,"ftype":"Q4_K - Medium"}}]}
                        """)
                .on("/lora-adapters", "[{\"id\":0,\"path\":\"/a.gguf\",\"scale\":0.5}]")
                .on("/apply-template", LlamaServerModelTest::layOut)
                .on("/tokenize", LlamaServerModelTest::tokenize)
                .on("/completion", completion(scores(-0.5), "eos"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void itsCardSaysWhatTheServerSays() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            assertThat(model.card())
                    .isEqualTo(
                            new ModelCard(
                                    "phi",
                                    "",
                                    "Q4_K_M",
                                    2048,
                                    List.of(new ModelCard.Adapter("/a.gguf", "", .5)),
                                    "llama-server b1-de3ff81"));
        }
    }

    @Test
    void marksOfTheTemplateAreSpecialAndTextIsNot() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            assertThat(model.tokens(new Prompt("s", "<|end|>", "x", "")))
                    .isEqualTo(1 + 1 + 2 + "<|end|>x".length() + 2);
            JsonNode sent = JsonMapper.shared().readTree(server.last().body());
            assertThat(sent.get("parse_special").booleanValue()).isFalse();
            assertThat(server.last().authorization()).isEqualTo("Bearer open-sesame");
        }
    }

    @Test
    void theScoresOfALabelAreTheSumOverItsTokens() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            LabelScores scores = model.score(PROMPT, LABELS, TIME);
            assertThat(scores.logProbabilities()).isEqualTo(Map.of("allow", -2.5, "deny", -2.0));
        }
    }

    @Test
    void anAnswerIsReadWithItsCounts() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            int tokens = model.tokens(PROMPT);
            assertThat(model.complete(PROMPT, DECODING))
                    .isEqualTo(new Completion("yes", Completion.Stop.END, tokens, 3, 1));
            server.on("/completion", completion(scores(-1), "limit"));
            assertThat(model.complete(PROMPT, DECODING).stop()).isEqualTo(Completion.Stop.LENGTH);
            JsonNode sent = JsonMapper.shared().readTree(server.last().body());
            assertThat(sent.get("lora").toString()).isEqualTo("[{\"id\":0,\"scale\":0.5}]");
            assertThat(sent.get("samplers").toString()).isEqualTo("[\"temperature\"]");
        }
    }

    @Test
    void noBrokenAnswerIsAnAnswer() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            for (String path : List.of("/completion", "/tokenize")) {
                BrokenAnswers.check(server, path, () -> model.score(PROMPT, LABELS, TIME));
                BrokenAnswers.check(server, path, () -> model.complete(PROMPT, DECODING));
                answersAsARealOneDoes();
            }
        }
        for (String path : List.of("/props", "/v1/models", "/apply-template")) {
            BrokenAnswers.check(server, path, () -> LlamaServerModel.open(server.settings()));
            answersAsARealOneDoes();
        }
    }

    @Test
    void scoresThatAreNoneAreGarbage() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            for (String score : List.of("NaN", "null", "1e999", "0.5", "\"-1\"", "-1e999")) {
                server.on("/completion", completion(scores(score), "limit"));
                fails(Failure.GARBAGE, () -> model.score(PROMPT, LABELS, TIME));
            }
            server.on("/completion", completion("[]", "limit"));
            fails(Failure.GARBAGE, () -> model.score(PROMPT, LABELS, TIME));
            server.on("/completion", completion("[{\"top_logprobs\":[]}]", "limit"));
            fails(Failure.GARBAGE, () -> model.score(PROMPT, LABELS, TIME));
        }
    }

    @Test
    void anotherModelOrACutPromptOrAnUnknownStopIsNoAnswer() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            server.on(
                    "/completion",
                    "{\"model\":\"other\",\"content\":\"allow\",\"stop_type\":\"eos\"}");
            fails(Failure.MISMATCH, () -> model.complete(PROMPT, DECODING));
            server.on(
                    "/completion", "{\"model\":\"phi\",\"truncated\":true,\"tokens_evaluated\":1}");
            fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
            server.on(
                    "/completion",
                    "{\"model\":\"phi\",\"truncated\":false,\"tokens_evaluated\":1}");
            fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
            server.on("/completion", completion(scores(-1), "none"));
            fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
        }
    }

    @Test
    void aSlowBodyRunsIntoTheDeadline() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            server.on("/completion", server.stalled("{\"model\":"));
            Duration little = Duration.ofMillis(300);
            fails(Failure.TIMEOUT, () -> model.score(PROMPT, LABELS, little));
            fails(
                    Failure.TIMEOUT,
                    () -> model.complete(PROMPT, new Decoding(0, 7, 8, Optional.empty(), little)));
            fails(Failure.TIMEOUT, () -> model.score(PROMPT, LABELS, Duration.ZERO));
        }
    }

    @Test
    void aPromptThatDoesNotFitIsRefusedBeforeItIsSent() {
        try (LlamaServerModel model = LlamaServerModel.open(server.settings())) {
            int asked = server.asked().size();
            Prompt huge = new Prompt("", "x".repeat(2040), "", "");
            fails(Failure.TOO_LONG, () -> model.complete(huge, DECODING));
            assertThat(server.asked()).hasSize(asked + 1);
        }
    }

    @Test
    void nobodyThereAndTheWrongModelStopTheOpening() {
        ServerSettings wrong = named("other", Optional.empty());
        assertThat(fails(Failure.MISMATCH, () -> LlamaServerModel.open(wrong)))
                .hasMessage("the server has no model `other`; set model.name to one of `phi`");
        ServerSettings digest = named("phi", Optional.of("0".repeat(64)));
        fails(Failure.MISMATCH, () -> LlamaServerModel.open(digest));
        URI nobody = server.url();
        server.close();
        ServerSettings gone =
                new ServerSettings(
                        new Endpoint(nobody, Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        4096,
                        TIME,
                        Map.of());
        fails(Failure.UNAVAILABLE, () -> LlamaServerModel.open(gone));
    }

    private ServerSettings named(String name, Optional<String> sha256) {
        return new ServerSettings(
                new Endpoint(server.url(), Optional.empty()),
                Optional.of(name),
                sha256,
                4096,
                TIME,
                Map.of());
    }

    /** Every letter is as likely after every beginning. */
    private static String scores(Object score) {
        StringBuilder top = new StringBuilder();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            top.append(top.isEmpty() ? "" : ",")
                    .append("{\"id\":%d,\"logprob\":%s}".formatted((int) letter, score));
        }
        return "[{\"id\":97,\"top_logprobs\":[" + top + "]}]";
    }

    private static Loopback.Answer completion(String probabilities, String stop) {
        return (exchange, request) -> {
            int read = JsonMapper.shared().readTree(request).get("prompt").size();
            Loopback.status(
                            200,
                            """
                            {"content":"yes","model":"phi","stop_type":"%s","truncated":false,
                             "tokens_evaluated":%d,"tokens_predicted":1,"timings":{"cache_n":3},
                             "completion_probabilities":%s}
                            """
                                    .formatted(stop, read, probabilities))
                    .write(exchange, request);
        };
    }

    private static void layOut(com.sun.net.httpserver.HttpExchange exchange, String request)
            throws java.io.IOException {
        StringBuilder prompt = new StringBuilder();
        for (JsonNode message : JsonMapper.shared().readTree(request).get("messages")) {
            prompt.append("!").append(message.get("content").stringValue()).append("!");
        }
        Loopback.status(200, "{\"prompt\":\"%s!\"}".formatted(prompt)).write(exchange, request);
    }

    /** A token a character, numbers as they come. */
    private static void tokenize(com.sun.net.httpserver.HttpExchange exchange, String request)
            throws java.io.IOException {
        JsonNode content = JsonMapper.shared().readTree(request).get("content");
        var tokens = JsonMapper.shared().createArrayNode();
        if (content.isString()) {
            content.stringValue().chars().forEach(tokens::add);
        }
        for (JsonNode part : content) {
            if (part.isString()) {
                part.stringValue().chars().forEach(tokens::add);
            } else {
                tokens.add(part);
            }
        }
        Loopback.status(200, "{\"tokens\":" + tokens + "}").write(exchange, request);
    }
}
