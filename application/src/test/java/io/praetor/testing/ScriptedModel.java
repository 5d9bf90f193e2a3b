package io.praetor.testing;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A model that does what a test says; without a script it is unavailable. */
public final class ScriptedModel implements LanguageModel {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Supplier<LabelScores> scores =
            () -> {
                throw unavailable();
            };
    private volatile Supplier<Completion> completion =
            () -> {
                throw unavailable();
            };
    private volatile Duration granted = Duration.ZERO;

    private static LanguageModelException unavailable() {
        return new LanguageModelException(Failure.UNAVAILABLE, "no script");
    }

    public ScriptedModel scores(Supplier<LabelScores> script) {
        scores = script;
        return this;
    }

    public ScriptedModel completion(Supplier<Completion> script) {
        completion = script;
        return this;
    }

    /** How often scores or a completion were asked for. */
    public int calls() {
        return calls.get();
    }

    /** How long the last call was granted. */
    public Duration granted() {
        return granted;
    }

    @Override
    public ModelCard card() {
        return new ModelCard("scripted", "", "", 1000, List.of(), "test");
    }

    @Override
    public int tokens(Prompt prompt) {
        return prompt.text().length();
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        calls.incrementAndGet();
        granted = timeMax;
        return scores.get();
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        calls.incrementAndGet();
        granted = decoding.timeMax();
        return completion.get();
    }
}
