package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.adapters.http.Loopback;
import io.praetor.testing.TinyGguf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelVerbsTest {
    @TempDir private Path folder;
    private final Loopback server = new Loopback();

    @BeforeEach
    void serve() {
        server.on("/v1/models", "{\"data\":[{\"id\":\"phi\",\"owned_by\":\"vllm\"}]}")
                .on(
                        "/v1/chat/completions",
                        """
                        {"model":"phi","usage":{"prompt_tokens":9,"completion_tokens":2},
                         "choices":[{"finish_reason":"stop","message":
                          {"content":"{\\"decision\\": \\"deny\\"}"},"logprobs":{"content":[
                          {"top_logprobs":[{"token":"allow","logprob":-0.2},
                                           {"token":"deny","logprob":-2.0}]}]}}]}
                        """);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void listSaysWhatIsConfiguredAndWhatIsHere() throws IOException {
        Files.createDirectories(folder.resolve(".praetor/models"));
        TinyGguf.write(folder.resolve(".praetor/models/tiny.gguf"), 1);
        Files.writeString(folder.resolve(".praetor/models/broken.gguf"), "GGUF");
        Ran ran = Ran.in(folder, "model", "list");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .startsWith("configured  none; set model.path or model.url\n")
                .contains("tiny.gguf  0.1 MB  tiny-random  unknown  sha256 ")
                .contains("broken.gguf  0.0 MB  no GGUF  unknown");
        JsonNode json =
                JsonMapper.shared()
                        .readTree(Ran.with(configured(), folder, "model", "list", "--json").out());
        assertThat(json.get("configured").stringValue()).isEqualTo(server.url() + " by openai");
    }

    @Test
    void testMeasuresBothModesAndJudgesThem() {
        Ran ran = Ran.with(configured(), folder, "model", "test", "--prompts", "3");
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("phi by vllm")
                .containsPattern(
                        "score +p50 \\d+ ms, p95 \\d+ ms of 3 answers, 0 failed; limit 15000")
                .containsPattern("reason +p50 .*: met");
    }

    @Test
    void aModelThatAnswersGarbageMissesItsLimit() {
        String path = "/v1/chat/completions";
        server.on(
                path,
                (exchange, request) -> {
                    String content = request.contains("structured_outputs") ? "maybe" : "yes";
                    Loopback.status(
                                    200,
                                    """
                                    {"model":"phi","usage":{"prompt_tokens":9,
                                     "completion_tokens":2},"choices":[{"finish_reason":"stop",
                                     "message":{"content":"%s"}}]}
                                    """
                                            .formatted(content))
                            .write(exchange, request);
                });
        Ran ran = Ran.with(configured(), folder, "model", "test", "--prompts", "2", "--gpu");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("score   no answer of 0 answers, 2 failed; limit 500 ms: missed")
                .contains("MISMATCH: this server gives no label scores; set model.mode to reason")
                .contains("reason  no answer of 0 answers, 2 failed; limit 5000 ms: missed")
                .contains("GARBAGE: an answer under the grammar cannot be read");
    }

    @Test
    void aModelThatIsNotToBeHadIsAnErrorThatNamesItsSetting() {
        Ran none = Ran.in(folder, "model", "test");
        assertThat(none.status()).isEqualTo(4);
        assertThat(none.err())
                .isEqualTo(
                        "praetor: `model.path`: no model is configured; set it, or model.url;"
                                + " next: ./praetor doctor\n");
        Map<String, String> away = configured();
        server.close();
        Ran gone = Ran.with(away, folder, "model", "test");
        assertThat(gone.status()).isEqualTo(4);
        assertThat(gone.err())
                .startsWith("praetor: `model.url`: http://")
                .contains("nobody listens");
        Ran file = Ran.with(Map.of("PRAETOR_MODEL_PATH", "no.gguf"), folder, "model", "test");
        assertThat(file.err()).contains("`model.path`: ").contains("no.gguf is not there");
        Ran token =
                Ran.with(
                        Map.of(
                                "PRAETOR_MODEL_URL", "http://127.0.0.1:1",
                                "PRAETOR_MODEL_TOKEN_FILE", "nowhere"),
                        folder,
                        "model",
                        "test");
        assertThat(token.err()).contains("`model.token-file`: ").contains("holds no token");
    }

    @Test
    void doctorIsWellWithoutAModel() {
        Ran ran = Ran.in(folder, "doctor");
        assertThat(ran.out())
                .contains("ok      jdk ")
                .contains("ok      policy ")
                .contains("ok      log        none yet")
                .contains("ok      model      none configured, none needed: precedents reason")
                .containsPattern("disk +[0-9.]+ GB free, \\d+ days of log");
    }

    @Test
    void doctorNamesWhatIsMissingAndTheNextCommand() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "clauses: 1\n");
        Ran ran =
                Ran.with(
                        Map.of(
                                "PRAETOR_MODEL_PATH", "no.gguf",
                                "PRAETOR_PROMPT_VARIANT", "none",
                                "PRAETOR_EMBEDDINGS", "minilm",
                                "PRAETOR_POLICY", "broken.yaml"),
                        folder,
                        "doctor");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .containsPattern("missing policy .*next: ./praetor policy check .*broken.yaml")
                .containsPattern("missing model .*next: ./praetor model pull phi-4-mini-instruct")
                .containsPattern("missing library .*next: ./praetor fetch llama")
                .containsPattern("missing prompt .*next: set prompt.variant")
                .containsPattern("missing embeddings .*next: ./praetor fetch embeddings");
    }

    @Test
    void doctorFindsADamagedLogAndASoundOne() throws IOException {
        assertThat(Ran.in(folder, "demo").status()).isZero();
        Ran.in(folder, "decide", "-");
        Path log = folder.resolve(".praetor/decisions.db");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "no database at all");
        JsonNode json = JsonMapper.shared().readTree(Ran.in(folder, "doctor", "--json").out());
        assertThat(json.get("ok").booleanValue()).isFalse();
        boolean named = false;
        for (JsonNode check : json.get("checks")) {
            named |=
                    check.get("name").stringValue().equals("log")
                            && check.path("next").asString("").equals("./praetor log verify");
        }
        assertThat(named).isTrue();
    }

    @Test
    void doctorAsksTheServerAKnownQuestion() {
        Ran ran = Ran.with(configured(), folder, "doctor");
        assertThat(ran.out()).containsPattern("ok +model +phi by vllm .* answers");
        server.on("/v1/chat/completions", Loopback.status(500, "oops"));
        Ran ill = Ran.with(configured(), folder, "doctor");
        assertThat(ill.out()).containsPattern("missing model .*answered 500.*next: curl -s http:");
    }

    private Map<String, String> configured() {
        return Map.of("PRAETOR_MODEL_URL", server.url().toString(), "PRAETOR_MODEL_API", "openai");
    }
}
