package io.praetor.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.adapters.http.Secret;
import io.praetor.app.BadInput;
import io.praetor.app.config.Config.Model;
import io.praetor.app.config.Config.Reasoning;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReaderTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @TempDir private Path folder;

    @Test
    void aFileForLlamaCppIsReadWithEverythingThatBelongsToIt() throws IOException {
        Config config =
                read(
                        """
                        reasoning: {by: model}
                        prompt: {variant: v4.2}
                        embeddings: minilm
                        model:
                          path: models/phi.gguf
                          library: llama
                          sha256: %s
                          gpu-layers: -1
                          threads: 4
                          context-tokens: 4096
                          mode: reason
                          time-millis-max: 5000
                          queue-max: 0
                        """
                                .formatted(DIGEST.toUpperCase(Locale.ROOT)),
                        Map.of());
        assertThat(config.reasoning())
                .isEqualTo(new Reasoning(Reasoning.By.MODEL, "v4.2", Reasoning.Embeddings.MINILM));
        assertThat(config.model())
                .isEqualTo(
                        new Model(
                                Optional.of(folder.resolve("models/phi.gguf")),
                                folder.resolve("llama"),
                                Optional.of(DIGEST),
                                -1,
                                4,
                                Optional.empty(),
                                Model.Api.LLAMA_SERVER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                4096,
                                Model.Mode.REASON,
                                Duration.ofSeconds(5),
                                0));
    }

    @Test
    void aServerIsReadWithItsTokenWhichNothingShows() throws IOException {
        Config config =
                read(
                        "model: {url: 'https://models.example:8443/base', api: openai, name: phi}",
                        Map.of("PRAETOR_MODEL_TOKEN", "open-sesame\n"));
        assertThat(config.model().url()).contains(URI.create("https://models.example:8443/base"));
        assertThat(config.model().api()).isEqualTo(Model.Api.OPENAI);
        assertThat(config.model().token()).contains(new Secret("open-sesame"));
        assertThat(config.toString()).doesNotContain("sesame").contains("[secret]");
    }

    @Test
    void whatMakesNoSenseStopsTheStartAndSaysWhatToDo() throws IOException {
        check(
                "reasoning: {by: model}\n",
                "praetor.yaml:1:17: `reasoning.by` is model, and no model is configured; set"
                        + " `model.path` or `model.url`");
        check(
                "model: {path: a.gguf, url: 'http://localhost:1'}\n",
                "praetor.yaml:1:28: `model.url` and `model.path` are both set");
        for (String url :
                new String[] {"localhost:8080", "ftp://a", "http://u:p@a", "http://a?b"}) {
            check(
                    "model: {url: '" + url + "'}\n",
                    "praetor.yaml:1:14: `model.url` is an http or https address without user,");
        }
        check("model: {url: 'http://[x'}\n", "praetor.yaml:1:14: `model.url` is an http or https");
        check("model: {sha256: abc}\n", "praetor.yaml:1:17: `model.sha256` is 64 hexadecimal");
        check("model: {gpu-layers: -2}\n", "praetor.yaml:1:21: `model.gpu-layers` is a whole");
        check("model: {context-tokens: 8}\n", "praetor.yaml:1:25: `model.context-tokens` is a");
        check("model: {api: llama-sever}\n", "praetor.yaml:1:14: `model.api` is one of openai");
        check("model: {mode: guess}\n", "praetor.yaml:1:15: `model.mode` is one of score, reason");
        check("prompt: {variant: ../x}\n", "praetor.yaml:1:19: `prompt.variant` is the name of a");
    }

    @Test
    void aTokenThatNoHeaderCanCarryIsRefusedUnshown() {
        assertThatThrownBy(() -> read("", Map.of("PRAETOR_MODEL_TOKEN", "two words")))
                .isInstanceOf(BadInput.class)
                .hasMessage("PRAETOR_MODEL_TOKEN: a token is printable ASCII without spaces");
    }

    private void check(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml, Map.of()))
                .as(yaml)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(message);
    }

    private Config read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("praetor.yaml"), yaml);
        return new ConfigReader(environment, folder, Path.of("installed")).read(Optional.empty());
    }
}
