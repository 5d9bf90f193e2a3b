package io.praetor.adapters.openai;

import static io.praetor.adapters.http.BrokenAnswers.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.adapters.http.Endpoint;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import io.praetor.testing.TinyGguf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the program that {@code ./praetor fetch llama-server} built, with a model of random weights.
 */
@Tag("llama-server")
class RealLlamaServerTest {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final List<String> LABELS =
            List.of("allow", "deny", "require_attestation", "require_mfa");
    private static final Prompt PROMPT = new Prompt("be just", "shared ", "case", "Decision: ");

    @TempDir private static Path folder;
    private static Process process;
    private static URI url;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        url = URI.create("http://127.0.0.1:" + port);
        Path program =
                Path.of(System.getenv("PRAETOR_HOME")).resolve("llama-server", "llama-server");
        process =
                new ProcessBuilder(
                                program.toString(),
                                "--model",
                                TinyGguf.write(folder.resolve("tiny.gguf"), 7).toString(),
                                "--alias",
                                "tiny",
                                "--port",
                                String.valueOf(port),
                                "--ctx-size",
                                "512",
                                "--threads",
                                "1",
                                "--parallel",
                                "1")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("server.log").toFile())
                        .start();
        awaitReady();
    }

    private static void awaitReady() throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(url.resolve("/health")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            boolean ready = false;
            while (!ready) {
                assertThat(process.waitFor(Duration.ofMillis(50)))
                        .as("the server ended; see %s", folder.resolve("server.log"))
                        .isFalse();
                try {
                    ready = client.send(health, BodyHandlers.discarding()).statusCode() == 200;
                } catch (IOException _) {
                    ready = false;
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        process.destroy();
    }

    @Test
    void everyLabelHasAFiniteScoreAndTheSameOneAgain() {
        try (LlamaServerModel model = LlamaServerModel.open(settings())) {
            LabelScores scores = model.score(PROMPT, LABELS, TIME);
            assertThat(scores.logProbabilities().keySet()).containsExactlyElementsOf(LABELS);
            assertThat(scores.logProbabilities().values())
                    .allSatisfy(score -> assertThat(score).isFinite().isNegative());
            Map<String, Double> again = model.score(PROMPT, LABELS, TIME).logProbabilities();
            scores.logProbabilities()
                    .forEach(
                            (label, score) ->
                                    assertThat(again.get(label)).isCloseTo(score, within(1e-3)));
        }
    }

    /** All bytes together are the whole belief, but for the marks of turns. */
    @Test
    void theScoresOfEveryNextByteSumToOne() {
        try (LlamaServerModel model = LlamaServerModel.open(settings())) {
            List<String> letters =
                    java.util.stream.IntStream.rangeClosed('!', '~')
                            .mapToObj(letter -> String.valueOf((char) letter))
                            .toList();
            double mass = model.score(PROMPT, letters, TIME).mass();
            assertThat(mass).isBetween(.05, 1.0);
            double pairs =
                    model.score(PROMPT, letters.stream().map(letter -> "!" + letter).toList(), TIME)
                            .mass();
            double first =
                    Math.exp(
                            Objects.requireNonNull(
                                    model.score(PROMPT, List.of("!", "#"), TIME)
                                            .logProbabilities()
                                            .get("!")));
            assertThat(pairs).isPositive().isLessThan(first);
        }
    }

    @Test
    void anAnswerIsHeldToItsGrammarAndItsLength() {
        try (LlamaServerModel model = LlamaServerModel.open(settings())) {
            Completion answer =
                    model.complete(PROMPT, decoding(Optional.of("root ::= \"yes\""), 8));
            assertThat(answer.text()).isEqualTo("yes");
            assertThat(answer.stop()).isEqualTo(Completion.Stop.END);
            assertThat(answer.promptTokens()).isEqualTo(model.tokens(PROMPT));
            assertThat(model.complete(PROMPT, decoding(Optional.of("root ::= \"y\"*"), 3)).text())
                    .matches("y{0,3}");
            fails(
                    Failure.BAD_GRAMMAR,
                    () -> model.complete(PROMPT, decoding(Optional.of("root ::= ("), 8)));
        }
    }

    @Test
    void textThatSpellsAMarkIsText() {
        try (LlamaServerModel model = LlamaServerModel.open(settings())) {
            int plain = model.tokens(new Prompt("s", "", "1234567", ""));
            assertThat(model.tokens(new Prompt("s", "", "<|end|>", ""))).isEqualTo(plain);
        }
    }

    @Test
    void theSharedPartIsReadOnce() {
        try (LlamaServerModel model = LlamaServerModel.open(settings())) {
            Decoding one = decoding(Optional.empty(), 1);
            String shared = "clause ".repeat(20);
            model.complete(new Prompt("s", shared, "first", ""), one);
            Completion second = model.complete(new Prompt("s", shared, "other", ""), one);
            assertThat(second.reusedTokens()).isGreaterThan(shared.length());
        }
    }

    @Test
    void aPromptThatIsTooLongIsRefusedAndTheServerWouldRefuseItToo() {
        Prompt huge = new Prompt("", "x".repeat(600), "", "");
        try (LlamaServerModel model = LlamaServerModel.open(settings())) {
            assertThat(model.card().contextTokens()).isEqualTo(512);
            fails(Failure.TOO_LONG, () -> model.score(huge, LABELS, TIME));
        }
        try (OpenAiModel model = OpenAiModel.open(settings())) {
            fails(Failure.TOO_LONG, () -> model.complete(huge, decoding(Optional.empty(), 4)));
        }
    }

    @Test
    void theOpenAiApiOfTheSameServerAnswersUnderTheSameGrammar() {
        try (OpenAiModel model = OpenAiModel.open(settings())) {
            Completion answer =
                    model.complete(PROMPT, decoding(Optional.of("root ::= \"yes\""), 8));
            assertThat(answer.text()).isEqualTo("yes");
            Map<String, Double> told = scoresOfWhatItSays(model);
            assertThat(told.values()).allSatisfy(score -> assertThat(score).isFinite());
            assertThat(told.get("other")).isLessThan(told.values().iterator().next());
        }
    }

    /** This API tells the scores of whole characters only, so a prompt is taken that yields one. */
    private static Map<String, Double> scoresOfWhatItSays(OpenAiModel model) {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            Prompt prompt = new Prompt("", "", String.valueOf(letter), "");
            String said = model.complete(prompt, decoding(Optional.empty(), 1)).text();
            if (said.matches("[!-~]")) {
                return model.score(prompt, List.of(said, "other"), TIME).logProbabilities();
            }
        }
        throw new AssertionError("the model never answers with a character");
    }

    private static Decoding decoding(Optional<String> grammar, int tokensMax) {
        return new Decoding(0, 1, tokensMax, grammar, TIME);
    }

    private static ServerSettings settings() {
        return new ServerSettings(
                new Endpoint(url, Optional.empty()),
                Optional.of("tiny"),
                Optional.empty(),
                4096,
                TIME,
                Map.of());
    }
}
