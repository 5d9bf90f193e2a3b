package io.praetor.reasoning.prompt;

import io.praetor.situation.Labels;

/** How a model's answer is come by. */
public enum AnswerMode {
    /** The likeliest label decides; nothing is written. */
    SCORE,
    /** Bounded free reasoning first, then an answer in the contract's form. */
    REASON;

    public String label() {
        return Labels.of(this);
    }
}
