package io.praetor.reasoning.model;

import io.praetor.reasoning.prompt.AnswerMode;
import java.time.Duration;

/**
 * How a model is asked; part of the version.
 *
 * @param temperature 0 takes the likeliest token
 * @param answerTokensMax of a written answer, free reasoning included
 * @param timeMax for everything that is asked of the model about one question
 */
public record Settings(
        AnswerMode mode,
        double temperature,
        long seed,
        int answerTokensMax,
        Duration timeMax,
        Calibration calibration) {
    /** What 1,200 characters of free reasoning and an answer of the contract's length take. */
    public static final int ANSWER_TOKENS = 800;

    public Settings {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("no temperature: " + temperature);
        }
        if (answerTokensMax < 1 || !timeMax.isPositive()) {
            throw new IllegalArgumentException("an answer needs room and time");
        }
    }

    /** Temperature 0, a fixed seed, the model taken at its word. */
    public static Settings of(AnswerMode mode, Duration timeMax) {
        return new Settings(mode, 0, 1, ANSWER_TOKENS, timeMax, Calibration.none());
    }

    public Settings with(Calibration fitted) {
        return new Settings(mode, temperature, seed, answerTokensMax, timeMax, fitted);
    }

    /** What tells answers apart; the time limit is not in it, as it changes no answer. */
    String label() {
        return "mode=%s temperature=%s seed=%d tokens=%d calibration=%s"
                .formatted(mode.label(), temperature, seed, answerTokensMax, calibration.label());
    }
}
