package io.praetor.reasoning;

import java.time.Duration;
import java.util.List;

/**
 * A language model that was loaded and can be asked. Thread-safe: callers queue within a bound.
 *
 * <p>Every method may throw {@link LanguageModelException}; no other failure leaves an adapter.
 */
public interface LanguageModel {
    /** What it is, as it was verified when it was opened. */
    ModelCard card();

    /** How many tokens the prompt takes, chat template included. */
    int tokens(Prompt prompt);

    /**
     * How likely each label is as the continuation of the prompt.
     *
     * @param labels at least two, each read whole: a label that starts like another is told apart
     * @param timeMax after which the answer no longer counts
     */
    LabelScores score(Prompt prompt, List<String> labels, Duration timeMax);

    /** Writes an answer. */
    Completion complete(Prompt prompt, Decoding decoding);
}
