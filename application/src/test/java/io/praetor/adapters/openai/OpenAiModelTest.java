package io.praetor.adapters.openai;

import static io.praetor.adapters.http.BrokenAnswers.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.adapters.http.BrokenAnswers;
import io.praetor.adapters.http.Loopback;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenAiModelTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final Prompt PROMPT = new Prompt("system", "shared ", "case", "");
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final List<String> LABELS =
            List.of("allow", "deny", "require_attestation", "require_mfa");
    private static final Decoding DECODING = new Decoding(0, 7, 8, Optional.empty(), TIME);

    private final Loopback server = new Loopback();

    @BeforeEach
    void answersAsVllmDoes() {
        server.on("/v1/models", models("vllm")).on(CHAT, chat("stop", "\"yes\"", "null"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void labelsThatShareATokenAreToldApartByASecondQuestion() {
        server.on(
                CHAT,
                (exchange, request) -> {
                    boolean second = request.contains("\"require\"");
                    String told =
                            second
                                    ? top("_att", -.7, "_mfa", -.7)
                                    : top("allow", -3.0, "require", -.1, "Deny", -4.0);
                    if (request.contains("\"require_att\"")) {
                        told = top("estation", -.1);
                    }
                    Loopback.status(200, body("length", "\"x\"", told)).write(exchange, request);
                });
        try (OpenAiModel model = OpenAiModel.open(server.settings())) {
            LabelScores scores = model.score(PROMPT, LABELS, TIME);
            assertThat(scores.logProbabilities().get("allow")).isEqualTo(-3.0);
            assertThat(scores.logProbabilities().get("require_mfa")).isCloseTo(-.8, within(1e-9));
            assertThat(scores.logProbabilities().get("require_attestation"))
                    .isCloseTo(-.9, within(1e-9));
            assertThat(scores.logProbabilities().get("deny")).isLessThanOrEqualTo(-3.0);
            assertThat(server.last().body()).contains("\"continue_final_message\":true");
        }
    }

    @Test
    void aServerWithoutLogprobsSaysSoPlainly() {
        try (OpenAiModel model = OpenAiModel.open(server.settings())) {
            assertThat(fails(Failure.MISMATCH, () -> model.score(PROMPT, LABELS, TIME)))
                    .hasMessage("this server gives no label scores; set model.mode to reason");
            server.on(CHAT, chat("length", "\"x\"", top("hello", -.1)));
            fails(Failure.GARBAGE, () -> model.score(PROMPT, LABELS, TIME));
            server.on(CHAT, chat("length", "\"x\"", top("allow", .5)));
            fails(Failure.GARBAGE, () -> model.score(PROMPT, LABELS, TIME));
            server.on(CHAT, chat("length", "\"x\"", "{\"content\":[]}"));
            fails(Failure.GARBAGE, () -> model.score(PROMPT, LABELS, TIME));
        }
    }

    @Test
    void anAnswerIsReadAndHeldToTheGrammarByWhoeverServes() {
        Decoding yes = new Decoding(0, 7, 8, Optional.of("root ::= \"yes\""), TIME);
        check("vllm", yes, "\"structured_outputs\":{\"grammar\":\"root ::= \\\"yes\\\"\"}");
        check("llamacpp", yes, "\"grammar\":\"root ::= \\\"yes\\\"\"");
        check("openai", yes, "\"json_schema\":{\"name\":\"answer\",\"strict\":true,\"schema\"");
        Decoding other = new Decoding(0, 7, 8, Optional.of("root ::= \"no\""), TIME);
        try (OpenAiModel model = OpenAiModel.open(server.settings())) {
            fails(Failure.BAD_GRAMMAR, () -> model.complete(PROMPT, other));
        }
    }

    private void check(String owner, Decoding decoding, String sent) {
        server.on("/v1/models", models(owner));
        try (OpenAiModel model = OpenAiModel.open(server.settings())) {
            assertThat(model.complete(PROMPT, decoding))
                    .isEqualTo(new Completion("yes", Completion.Stop.END, 20, 4, 2));
            assertThat(server.last().body()).contains(sent);
        }
    }

    @Test
    void noBrokenAnswerIsAnAnswer() {
        try (OpenAiModel model = OpenAiModel.open(server.settings())) {
            BrokenAnswers.check(server, CHAT, () -> model.score(PROMPT, LABELS, TIME));
            BrokenAnswers.check(server, CHAT, () -> model.complete(PROMPT, DECODING));
            for (String finish : List.of("content_filter", "tool_calls", "")) {
                server.on(CHAT, chat(finish, "\"allow\"", "null"));
                fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
            }
            server.on(CHAT, chat("stop", "null", "null"));
            fails(Failure.GARBAGE, () -> model.complete(PROMPT, DECODING));
            server.on(CHAT, body("stop", "\"allow\"", "null").replace("\"phi\"", "\"other\""));
            fails(Failure.MISMATCH, () -> model.complete(PROMPT, DECODING));
            server.on(CHAT, body("stop", "\"allow\"", "null").replace(":20,", ":2048,"));
            fails(Failure.TOO_LONG, () -> model.complete(PROMPT, DECODING));
            server.on(CHAT, server.stalled("{\"choices\":"));
            fails(Failure.TIMEOUT, () -> model.score(PROMPT, LABELS, Duration.ofMillis(200)));
        }
        BrokenAnswers.check(server, "/v1/models", () -> OpenAiModel.open(server.settings()));
    }

    @Test
    void aModelWithoutATemplateIsAskedInPlainText() {
        server.on(CHAT, Loopback.status(404, "{}"))
                .on(
                        "/v1/completions",
                        """
                        {"model":"phi","usage":{"prompt_tokens":9,"completion_tokens":1},
                         "choices":[{"text":" allow","finish_reason":"length","logprobs":
                         {"top_logprobs":[{"allow":-0.2,"deny":-2.0}]}}]}
                        """);
        try (OpenAiModel model = OpenAiModel.open(server.settings())) {
            assertThat(model.card().runtime()).isEqualTo("vllm (OpenAI-compatible, completions)");
            LabelScores scores = model.score(PROMPT, List.of("allow", "deny"), TIME);
            assertThat(scores.logProbabilities()).containsEntry("allow", -.2);
            JsonNode sent = JsonMapper.shared().readTree(server.last().body());
            assertThat(sent.get("prompt").stringValue()).isEqualTo("system\n\nshared case\n");
        }
    }

    private static String models(String owner) {
        return "{\"object\":\"list\",\"data\":[{\"id\":\"phi\",\"owned_by\":\"%s\","
                        .formatted(owner)
                + "\"max_model_len\":2048}]}";
    }

    private static Loopback.Answer chat(String finish, String content, String logprobs) {
        return Loopback.status(200, body(finish, content, logprobs));
    }

    private static String body(String finish, String content, String logprobs) {
        return """
        {"id":"1","object":"chat.completion","model":"phi","choices":[{"index":0,
         "message":{"role":"assistant","content":%s},"finish_reason":"%s","logprobs":%s}],
         "usage":{"prompt_tokens":20,"completion_tokens":2,
                  "prompt_tokens_details":{"cached_tokens":4}}}
        """
                .formatted(content, finish, logprobs);
    }

    private static String top(Object... pairs) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            told.append(i == 0 ? "" : ",")
                    .append(
                            "{\"token\":\"%s\",\"logprob\":%s,\"bytes\":null}"
                                    .formatted(pairs[i], pairs[i + 1]));
        }
        return "{\"content\":[{\"token\":\"x\",\"logprob\":-1,\"top_logprobs\":[" + told + "]}]}";
    }
}
