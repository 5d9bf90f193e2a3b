package io.praetor.adapters.recorded;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks another model and appends each answer to a file of JSON lines, which {@link RecordedModel}
 * reads. Thread-safe. An answer that cannot be written down is not given.
 */
public final class RecordingModel implements LanguageModel {
    private final LanguageModel inner;
    private final Path file;

    private RecordingModel(LanguageModel inner, Path file) {
        this.inner = inner;
        this.file = file;
    }

    /** Starts a new file with the model's card, or goes on in one. */
    public static RecordingModel to(Path file, LanguageModel inner) {
        RecordingModel recording = new RecordingModel(inner, file);
        recording.append(RecordedLines.card(inner.card()));
        return recording;
    }

    @Override
    public ModelCard card() {
        return inner.card();
    }

    @Override
    public int tokens(Prompt prompt) {
        int tokens = inner.tokens(prompt);
        append(RecordedLines.tokens(RecordedCalls.hash(prompt), tokens));
        return tokens;
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        LabelScores scores = inner.score(prompt, labels, timeMax);
        append(
                RecordedLines.scores(
                        RecordedCalls.hash(prompt), RecordedCalls.score(labels), scores));
        return scores;
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        Completion answer = inner.complete(prompt, decoding);
        append(
                RecordedLines.completion(
                        RecordedCalls.hash(prompt), RecordedCalls.complete(decoding), answer));
        return answer;
    }

    private synchronized void append(ObjectNode line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new LanguageModelException(
                    Failure.UNAVAILABLE, file + ": the answer cannot be recorded", failure);
        }
    }
}
