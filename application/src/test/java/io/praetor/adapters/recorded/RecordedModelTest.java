package io.praetor.adapters.recorded;

import static io.praetor.adapters.http.BrokenAnswers.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import io.praetor.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedModelTest {
    private static final Prompt PROMPT = new Prompt("system", "shared ", "case", "");
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final List<String> LABELS = List.of("allow", "deny");
    private static final Decoding DECODING = new Decoding(0, 7, 8, Optional.of("g"), TIME);
    private static final Completion ANSWER = new Completion("a\n\"b\"", Stop.LENGTH, 5, 2, 8);

    @TempDir private Path folder;

    @Test
    void whatWasRecordedIsSaidAgain() {
        Path file = folder.resolve("answers.jsonl");
        Map<String, Double> told = new LinkedHashMap<>();
        told.put("deny", Double.NEGATIVE_INFINITY);
        told.put("allow", -.1);
        LabelScores scores = new LabelScores(told);
        ScriptedModel inner = new ScriptedModel();
        inner.scores(() -> scores).completion(() -> ANSWER);
        LanguageModel recording = RecordingModel.to(file, inner);
        assertThat(recording.score(PROMPT, LABELS, TIME)).isEqualTo(scores);
        assertThat(recording.complete(PROMPT, DECODING)).isEqualTo(ANSWER);
        int tokens = recording.tokens(PROMPT);

        RecordedModel recorded = RecordedModel.from(file);
        assertThat(recorded.score(PROMPT, LABELS, Duration.ofHours(1))).isEqualTo(scores);
        assertThat(recorded.complete(PROMPT, DECODING)).isEqualTo(ANSWER);
        assertThat(recorded.tokens(PROMPT)).isEqualTo(tokens);
        ModelCard card = inner.card();
        assertThat(recorded.card())
                .isEqualTo(
                        new ModelCard(
                                card.name(),
                                card.sha256(),
                                card.quantisation(),
                                card.contextTokens(),
                                card.adapters(),
                                "recording of " + card.runtime()));
    }

    @Test
    void whatWasNotRecordedIsUnavailableWithTheHash() {
        Path file = folder.resolve("answers.jsonl");
        RecordingModel.to(file, new ScriptedModel().completion(() -> ANSWER))
                .complete(PROMPT, DECODING);
        RecordedModel recorded = RecordedModel.from(file);
        LanguageModelException unknown =
                fails(Failure.UNAVAILABLE, () -> recorded.score(PROMPT, LABELS, TIME));
        assertThat(unknown).hasMessageContaining(RecordedCalls.hash(PROMPT));
        Decoding warmer = new Decoding(.5, 7, 8, Optional.of("g"), TIME);
        fails(Failure.UNAVAILABLE, () -> recorded.complete(PROMPT, warmer));
        Prompt other = new Prompt("system", "shared ", "case.", "");
        fails(Failure.UNAVAILABLE, () -> recorded.complete(other, DECODING));
    }

    @Test
    void aFailureIsNotRecorded() throws IOException {
        Path file = folder.resolve("answers.jsonl");
        LanguageModel recording = RecordingModel.to(file, new ScriptedModel());
        fails(Failure.UNAVAILABLE, () -> recording.score(PROMPT, LABELS, TIME));
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void aBrokenRecordingIsNoModel() throws IOException {
        Path file = folder.resolve("answers.jsonl");
        RecordingModel.to(file, new ScriptedModel());
        String card = Files.readString(file);
        check(Failure.MISMATCH, "");
        check(Failure.MISMATCH, card + card.replace("scripted", "other"));
        check(Failure.GARBAGE, card + "{");
        check(Failure.GARBAGE, card + "{\"prompt\":\"0\"}");
        check(Failure.GARBAGE, "{\"card\":{\"name\":\"x\"}}");
        Files.writeString(
                file,
                card
                        + ("{\"prompt\":\"%s\",\"call\":\"score allow,deny\","
                                        + "\"scores\":{\"allow\":\"NaN\"}}")
                                .formatted(RecordedCalls.hash(PROMPT)));
        RecordedModel recorded = RecordedModel.from(file);
        fails(Failure.GARBAGE, () -> recorded.score(PROMPT, LABELS, TIME));
    }

    private void check(Failure failure, String text) throws IOException {
        Path file = folder.resolve("broken.jsonl");
        Files.writeString(file, text);
        fails(failure, () -> RecordedModel.from(file));
    }
}
