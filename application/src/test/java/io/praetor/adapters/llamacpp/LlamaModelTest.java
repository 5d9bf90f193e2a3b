package io.praetor.adapters.llamacpp;

import static io.praetor.adapters.llamacpp.PromptTexts.LONG;
import static io.praetor.adapters.llamacpp.PromptTexts.about;
import static io.praetor.adapters.llamacpp.PromptTexts.assertFails;
import static io.praetor.adapters.llamacpp.PromptTexts.greedy;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("llama")
class LlamaModelTest {
    @TempDir static Path folder;
    private static Path file;

    @BeforeAll
    static void write() {
        file = TinyModel.write(folder.resolve("tiny.gguf"), 3);
    }

    private static LlamaModel open(LlamaSettings settings) {
        return LlamaModel.open(settings, TinyModel.standing());
    }

    private static LlamaSettings expecting(Path file, String sha256) {
        return new LlamaSettings(
                TinyModel.library(), file, Optional.of(sha256), List.of(), 0, 512, 1, 16, true);
    }

    @Test
    void theCardSaysWhatTheFileIs() {
        String sha256 = FileDigest.verified(file, Optional.empty());
        try (LlamaModel model = open(expecting(file, sha256.toUpperCase(Locale.ROOT)))) {
            assertThat(model.card())
                    .isEqualTo(
                            new ModelCard(
                                    "tiny random",
                                    sha256,
                                    "F32",
                                    512,
                                    List.of(),
                                    "llama.cpp "
                                            + LlamaLibrary.open(TinyModel.library()).version()));
        }
    }

    @Test
    void anotherFileThanExpectedIsAMismatch() {
        assertFails(Failure.MISMATCH, () -> open(expecting(file, "00".repeat(32))));
    }

    @Test
    void filesThatAreNoModelAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.gguf"), "no model");
        assertFails(Failure.MISMATCH, () -> open(TinyModel.settings(text)));
        Path empty = Files.createFile(folder.resolve("empty.gguf"));
        assertFails(Failure.MISMATCH, () -> open(TinyModel.settings(empty)));
        Path cut = folder.resolve("cut.gguf");
        byte[] whole = Files.readAllBytes(file);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertFails(Failure.MISMATCH, () -> open(TinyModel.settings(cut)));
        assertFails(
                Failure.UNAVAILABLE, () -> open(TinyModel.settings(folder.resolve("absent.gguf"))));
        Path adapter = TinyModel.writeAdapter(folder.resolve("adapter-alone.gguf"), "phi3");
        assertFails(Failure.MISMATCH, () -> open(TinyModel.settings(adapter)));
    }

    @Test
    void numbersThatAreNoneAreGarbage() {
        Path broken = TinyModel.write(folder.resolve("nan.gguf"), 3, TinyModel.TEMPLATE, Float.NaN);
        try (LlamaModel model = open(TinyModel.settings(broken))) {
            assertFails(Failure.GARBAGE, () -> model.score(about("x"), TinyModel.LABELS, LONG));
            assertFails(Failure.GARBAGE, () -> model.complete(about("x"), greedy(4)));
        }
    }

    @Test
    void anAdapterIsSwitchedOnAndOff() {
        Path adapter = TinyModel.writeAdapter(folder.resolve("lora.gguf"), "phi3");
        String sha256 = FileDigest.verified(adapter, Optional.empty());
        try (LlamaModel model = open(TinyModel.settings(file))) {
            LabelScores without = model.score(about("deploy"), TinyModel.LABELS, LONG);
            model.switchAdapters(List.of(new LlamaAdapter(adapter, 1, Optional.of(sha256))), LONG);
            assertThat(model.card().adapters())
                    .containsExactly(new ModelCard.Adapter("lora.gguf", sha256, 1));
            LabelScores with = model.score(about("deploy"), TinyModel.LABELS, LONG);
            assertThat(with).isNotEqualTo(without);
            model.switchAdapters(List.of(new LlamaAdapter(adapter, .5, Optional.empty())), LONG);
            assertThat(model.score(about("deploy"), TinyModel.LABELS, LONG)).isNotIn(with, without);
            model.switchAdapters(List.of(), LONG);
            assertThat(model.card().adapters()).isEmpty();
            assertThat(model.score(about("deploy"), TinyModel.LABELS, LONG)).isEqualTo(without);
        }
    }

    @Test
    void adaptersFromTheStartCountAsIfSwitchedOnLater() {
        Path adapter = TinyModel.writeAdapter(folder.resolve("start.gguf"), "phi3");
        var on = List.of(new LlamaAdapter(adapter, 1, Optional.empty()));
        var settings =
                new LlamaSettings(
                        TinyModel.library(), file, Optional.empty(), on, 0, 0, 1, 16, true);
        try (LlamaModel first = open(settings);
                LlamaModel later = open(TinyModel.settings(file))) {
            later.switchAdapters(on, LONG);
            assertThat(first.card()).isEqualTo(later.card());
            assertThat(first.score(about("x"), TinyModel.LABELS, LONG))
                    .isEqualTo(later.score(about("x"), TinyModel.LABELS, LONG));
        }
    }

    @Test
    void anAdapterOfAnotherModelChangesNothing() {
        Path strange = TinyModel.writeAdapter(folder.resolve("strange.gguf"), "llama");
        try (LlamaModel model = open(TinyModel.settings(file))) {
            LabelScores before = model.score(about("deploy"), TinyModel.LABELS, LONG);
            assertFails(
                    Failure.MISMATCH,
                    () ->
                            model.switchAdapters(
                                    List.of(new LlamaAdapter(strange, 1, Optional.empty())), LONG));
            assertThat(model.card().adapters()).isEmpty();
            assertThat(model.score(about("deploy"), TinyModel.LABELS, LONG)).isEqualTo(before);
        }
    }

    @Test
    void templatesAreTakenFromTheFileOrFromItsMarks() {
        Prompt prompt = new Prompt("is", "is", "is", "");
        int composed = tokens(TinyModel.TEMPLATE, prompt);
        String known = "{{'<|user|>' + '\\n' + message['content'] + '<|end|>' + '<|assistant|>'}}";
        // Phi-3 breaks the line after each of five marks.
        assertThat(tokens(known, prompt)).isEqualTo(composed + 5);
        assertThat(tokens("{{ unheard of }}", prompt)).isEqualTo(composed);
    }

    private static int tokens(String template, Prompt prompt) {
        Path other = TinyModel.write(folder.resolve("template.gguf"), 3, template, 1);
        try (LlamaModel model = open(TinyModel.settings(other))) {
            return model.tokens(prompt);
        }
    }
}
