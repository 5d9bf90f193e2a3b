package io.praetor.trainer.training;

/**
 * How a decoder is trained.
 *
 * @param warmUp steps in which the rate rises in a straight line; it then falls along a cosine
 * @param rateLast share of the peak that is left at the end
 * @param decay of matrices at each step, times the rate
 * @param normMax longer gradients are shortened to it
 */
public record Recipe(
        int steps,
        int batch,
        int warmUp,
        double ratePeak,
        double rateLast,
        double decay,
        double normMax) {
    public Recipe {
        if (steps < 1 || batch < 1 || warmUp >= steps) {
            throw new IllegalArgumentException(
                    "%d warm-up steps of %d leave nothing to learn in; take fewer"
                            .formatted(warmUp, steps));
        }
    }

    /** What two million parameters take well; found by trying. */
    public static Recipe base(int steps) {
        return new Recipe(steps, 16, Math.max(1, steps / 20), 2e-3, .02, .05, 1);
    }

    /**
     * @param step from 0
     */
    double rate(int step) {
        if (step < warmUp) {
            return ratePeak * (step + 1) / warmUp;
        }
        double share = (double) (step - warmUp) / (steps - warmUp);
        double cosine = (1 + Math.cos(Math.PI * share)) / 2;
        return ratePeak * (rateLast + (1 - rateLast) * cosine);
    }
}
