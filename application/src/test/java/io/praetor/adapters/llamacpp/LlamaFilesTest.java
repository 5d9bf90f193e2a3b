package io.praetor.adapters.llamacpp;

import static io.praetor.adapters.llamacpp.PromptTexts.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.reasoning.LanguageModelException.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("llama")
class LlamaFilesTest {
    @TempDir Path folder;

    @Test
    void quantizedWeightsAreSmallerAndComputeNearlyTheSame() throws IOException {
        Path whole = TinyModel.write(folder.resolve("whole.gguf"), 5);
        Path small = folder.resolve("small.gguf");
        var files = new LlamaFiles(LlamaLibrary.open(TinyModel.library()));
        files.quantize(whole, small, Quantisation.Q8_0, 1);
        assertThat(Files.size(small)).isLessThan(Files.size(whole) * 2 / 5);
        List<Integer> tokens = files.tokens(whole, "<|user|>deny the rest<|end|>");
        double cosine =
                cosine(
                        files.logits(whole, tokens, TinyModel.standing()).getLast(),
                        files.logits(small, tokens, TinyModel.standing()).getLast());
        assertThat(cosine).isBetween(.99, .999999);
        try (LlamaModel model = LlamaModel.open(TinyModel.settings(small), TinyModel.standing())) {
            assertThat(model.card().quantisation()).isEqualTo("Q8_0");
        }
    }

    private static double cosine(float[] some, float[] others) {
        double both = 0;
        double one = 0;
        double other = 0;
        for (int index = 0; index < some.length; index++) {
            both += some[index] * (double) others[index];
            one += some[index] * (double) some[index];
            other += others[index] * (double) others[index];
        }
        return both / Math.sqrt(one * other);
    }

    @Test
    void whatIsNoModelIsNotQuantized() throws IOException {
        Path text = Files.writeString(folder.resolve("text.gguf"), "no model");
        var files = new LlamaFiles(LlamaLibrary.open(TinyModel.library()));
        assertFails(
                Failure.MISMATCH,
                () -> files.quantize(text, folder.resolve("x.gguf"), Quantisation.Q8_0, 1));
    }

    @Test
    void tokensThatTheVocabularyLacksAreABug() {
        Path whole = TinyModel.write(folder.resolve("whole.gguf"), 5);
        var files = new LlamaFiles(LlamaLibrary.open(TinyModel.library()));
        assertThatThrownBy(() -> files.logits(whole, List.of(1 << 20), TinyModel.standing()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "leave"})
    void aProgramThatUsedAModelEndsQuietly(String how) throws Exception {
        Path whole = TinyModel.write(folder.resolve("whole.gguf"), 5);
        Path said = folder.resolve("said");
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ExitingProgram.class.getName(),
                                whole.toString(),
                                how)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = program.waitFor(1, TimeUnit.MINUTES);
        program.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(Files.readString(said)).isEqualTo("answered\n");
        assertThat(program.exitValue()).isZero();
    }
}
