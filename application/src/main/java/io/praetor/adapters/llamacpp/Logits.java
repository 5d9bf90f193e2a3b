package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.random.RandomGenerator;

/** How likely each token follows. Every number is finite. */
final class Logits {
    private final float[] values;

    private Logits(float[] values) {
        this.values = values;
    }

    static Logits of(float[] values) {
        for (int token = 0; token < values.length; token++) {
            if (!Float.isFinite(values[token])) {
                throw new LanguageModelException(
                        Failure.GARBAGE,
                        ("the model gives token %d the logit %s; its file is broken, or is"
                                        + " quantised too coarsely")
                                .formatted(token, values[token]));
            }
        }
        return new Logits(values);
    }

    /** A copy, in the order of the vocabulary. */
    float[] values() {
        return values.clone();
    }

    /** The natural logarithm of what all tokens weigh together. */
    double logTotal() {
        double most = values[likeliest(values)];
        double total = 0;
        for (float value : values) {
            total += Math.exp(value - most);
        }
        return most + Math.log(total);
    }

    float of(int token) {
        return values[token];
    }

    /** The token of the highest value, the first of equals; refused ones are minus infinity. */
    static int likeliest(float[] values) {
        int best = 0;
        for (int token = 1; token < values.length; token++) {
            if (values[token] > values[best]) {
                best = token;
            }
        }
        return best;
    }

    /** A token drawn by its probability; refused ones are minus infinity and never drawn. */
    static int drawn(float[] values, double temperature, RandomGenerator random) {
        double most = values[likeliest(values)];
        double total = 0;
        for (float value : values) {
            total += Math.exp((value - most) / temperature);
        }
        double left = random.nextDouble() * total;
        for (int token = 0; token < values.length; token++) {
            left -= Math.exp((values[token] - most) / temperature);
            if (left < 0) {
                return token;
            }
        }
        return likeliest(values);
    }
}
