package io.praetor.adapters.llamacpp;

import static io.praetor.adapters.llamacpp.PromptTexts.LONG;
import static io.praetor.adapters.llamacpp.PromptTexts.about;
import static io.praetor.adapters.llamacpp.PromptTexts.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.Prompt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("llama")
class LlamaScoreTest {
    @TempDir static Path folder;
    private static Path file;
    private static LlamaModel model;

    @BeforeAll
    static void open() {
        file = TinyModel.write(folder.resolve("tiny.gguf"), 1);
        model = LlamaModel.open(TinyModel.settings(file), TinyModel.standing());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void scoresAreLogProbabilitiesOfDisjointAnswers() {
        LabelScores scores = model.score(about("deploy"), TinyModel.LABELS, LONG);
        assertThat(scores.logProbabilities().keySet()).containsExactlyElementsOf(TinyModel.LABELS);
        assertThat(scores.logProbabilities().values())
                .allSatisfy(score -> assertThat(score).isFinite().isNegative());
        double sum = scores.logProbabilities().values().stream().mapToDouble(Math::exp).sum();
        assertThat(sum).isPositive().isLessThanOrEqualTo(1);
    }

    @Test
    void scoresAreThoseOfEachLabelReadOnItsOwn() {
        Prompt prompt = about("delete the archive");
        var files = new LlamaFiles(LlamaLibrary.open(TinyModel.library()));
        String text =
                "<|system|>You decide.<|end|><|user|>"
                        + prompt.user()
                        + "<|end|><|assistant|>"
                        + prompt.lead();
        List<Integer> before = files.tokens(file, text);
        assertThat(model.tokens(prompt)).isEqualTo(before.size());
        model.score(prompt, TinyModel.LABELS, LONG)
                .logProbabilities()
                .forEach(
                        (label, score) ->
                                assertThat(score)
                                        .as(label)
                                        .isCloseTo(
                                                alone(files, before, files.tokens(file, label)),
                                                within(1e-4)));
    }

    private static double alone(LlamaFiles files, List<Integer> before, List<Integer> label) {
        List<Integer> all = new ArrayList<>(before);
        all.addAll(label);
        List<float[]> rows = files.logits(file, all, TinyModel.standing());
        double score = 0;
        for (int index = 0; index < label.size(); index++) {
            Logits row = Logits.of(rows.get(before.size() + index - 1));
            score += row.of(label.get(index)) - row.logTotal();
        }
        return score;
    }

    @Test
    void labelsShareTheirBeginning() {
        var files = new LlamaFiles(LlamaLibrary.open(TinyModel.library()));
        List<Integer> mfa = files.tokens(file, "require_mfa");
        List<Integer> attestation = files.tokens(file, "require_attestation");
        assertThat(mfa).hasSizeGreaterThan(1);
        assertThat(mfa.getFirst()).isEqualTo(attestation.getFirst());
    }

    @Test
    void reusingTheSharedPartChangesNoBit() {
        LlamaSettings kept = TinyModel.settings(file);
        var fresh =
                new LlamaSettings(
                        kept.library(), file, kept.sha256(), List.of(), 0, 0, 1, 16, false);
        try (LlamaModel anew = LlamaModel.open(fresh, TinyModel.standing())) {
            for (String situation : List.of("deploy", "read", "is it the owner?", "\n\n", "")) {
                assertThat(model.score(about(situation), TinyModel.LABELS, LONG))
                        .isEqualTo(anew.score(about(situation), TinyModel.LABELS, LONG));
            }
        }
    }

    @Test
    void aPromptWithoutSharedPartOrSystemIsScored() {
        Prompt bare = new Prompt("", "", "deploy", "");
        assertThat(model.score(bare, TinyModel.LABELS, LONG).mass()).isPositive();
        assertThat(model.tokens(bare)).isLessThan(12);
    }

    @Test
    void anotherSharedPartIsNotTakenForTheLast() {
        Prompt other = new Prompt("You decide.", "clause 2: nobody.\n", "deploy", "decision: ");
        LabelScores before = model.score(other, TinyModel.LABELS, LONG);
        LabelScores between = model.score(about("deploy"), TinyModel.LABELS, LONG);
        assertThat(between).isNotEqualTo(before);
        assertThat(model.score(other, TinyModel.LABELS, LONG)).isEqualTo(before);
    }

    @Test
    void aLabelThatBeginsAnotherIsToldApart() {
        LabelScores both = model.score(about("read"), List.of("require", "require_mfa"), LONG);
        LabelScores one = model.score(about("read"), List.of("require", "deny"), LONG);
        double whole = probability(one, "require");
        double rest = probability(both, "require");
        double longer = probability(both, "require_mfa");
        assertThat(rest + longer).isCloseTo(whole, within(whole * 1e-4));
        assertThat(longer).isPositive();
    }

    private static double probability(LabelScores scores, String label) {
        return Math.exp(Objects.requireNonNull(scores.logProbabilities().get(label)));
    }

    @Test
    void tooLongIsRefusedWithTheCounts() {
        Prompt endless = about("word ".repeat(2000));
        assertFails(Failure.TOO_LONG, () -> model.score(endless, TinyModel.LABELS, LONG));
        assertThatThrownBy(() -> model.score(endless, TinyModel.LABELS, LONG))
                .hasMessageContaining(model.tokens(endless) + " tokens")
                .hasMessageContaining("the context holds 2048");
    }

    @Test
    void labelsThatCannotBeToldApartAreABug() {
        assertThatThrownBy(() -> model.score(about("x"), List.of("deny", "deny"), LONG))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.score(about("x"), List.of("deny"), LONG))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
