package io.praetor.reasoning.model;

import io.praetor.policy.Effect;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a model's belief is spread over the four effects.
 *
 * @param mass how much of it goes to any of them at all, in [0, 1]
 */
record Belief(Map<Effect, Double> logProbabilities, double mass) {
    /** Below this the model would rather say something else, and its labels mean nothing. */
    static final double MASS_MIN = .5;

    /**
     * @throws LanguageModelException where a label is missing
     */
    static Belief of(LabelScores scores) {
        Map<Effect, Double> logProbabilities = new EnumMap<>(Effect.class);
        for (Effect effect : Effect.values()) {
            Double score = scores.logProbabilities().get(effect.label());
            if (score == null) {
                throw new LanguageModelException(
                        Failure.GARBAGE, "no score for `%s`".formatted(effect.label()));
            }
            logProbabilities.put(effect, score);
        }
        double mass = logProbabilities.values().stream().mapToDouble(Math::exp).sum();
        return new Belief(logProbabilities, Math.min(1, mass));
    }

    boolean isAbout() {
        return mass >= MASS_MIN;
    }

    /** The likeliest; the stricter of equals. */
    Effect likeliest() {
        Effect likeliest = Effect.DENY;
        for (Effect effect : Effect.values()) {
            if (of(effect) > of(likeliest)) {
                likeliest = effect;
            }
        }
        return likeliest;
    }

    /** Its share among the four, times the mass. */
    double score(Effect effect) {
        double sum = logProbabilities.values().stream().mapToDouble(Math::exp).sum();
        return sum > 0 ? Math.exp(of(effect)) / sum * mass : 0;
    }

    private double of(Effect effect) {
        Double score = logProbabilities.get(effect);
        return score == null ? Double.NEGATIVE_INFINITY : score;
    }

    /** The log-probabilities as JSON, from the weakest effect. */
    String label() {
        return logProbabilities.entrySet().stream()
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT,
                                        "\"%s\":%s",
                                        entry.getKey().label(),
                                        figure(entry.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String figure(double score) {
        return Double.isInfinite(score) ? "null" : String.valueOf(score);
    }
}
