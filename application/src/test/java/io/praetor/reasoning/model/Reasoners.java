package io.praetor.reasoning.model;

import io.praetor.adapters.files.PromptFiles;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.Questions;
import io.praetor.reasoning.prompt.AnswerMode;
import io.praetor.reasoning.prompt.PromptBuilder;
import io.praetor.reasoning.prompt.PromptReading;
import io.praetor.retrieval.ActorHistory;
import io.praetor.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** Reasoners over the shipped hybrid prompt. */
final class Reasoners {
    static final Duration SECOND = Duration.ofSeconds(1);

    private Reasoners() {}

    static ModelReasoner of(LanguageModel model, AnswerMode mode) {
        return of(model, Settings.of(mode, SECOND));
    }

    static ModelReasoner of(LanguageModel model, Settings settings) {
        return of(model, settings, (_, _, _) -> Questions.passages(), () -> 0);
    }

    static ModelReasoner of(
            LanguageModel model, Settings settings, Retriever retriever, LongSupplier ticker) {
        PromptBuilder prompts =
                switch (PromptFiles.read(Path.of("..", "prompts"))) {
                    case PromptReading.Read read ->
                            new PromptBuilder(
                                    read.library().variant("hybrid").orElseThrow(),
                                    List.of(),
                                    _ -> "lines",
                                    new SplittableRandom(3));
                    case PromptReading.Rejected rejected ->
                            throw new AssertionError(rejected.problems().toString());
                };
        return new ModelReasoner(
                new ModelReasoner.Parts(model, prompts, retriever, ActorHistory.UNKNOWN, ticker),
                settings);
    }
}
