package io.praetor.policy;

import io.praetor.situation.Trust;
import java.util.OptionalDouble;

/**
 * How the trust tensor becomes a scalar, and what counts as borderline.
 *
 * @param weights of competence, reliability, integrity; at least 0 and not all 0; read by WEIGHTED
 * @param margin half-width of the borderline band; .05 unless the policy says otherwise
 * @param coherenceFloor identity coherence below it is an ambiguity; .7 unless said otherwise
 */
public record TrustSettings(
        Aggregate aggregate, Weights weights, double margin, double coherenceFloor) {
    /** {@code mean}, margin .05, coherence floor .7 (seed 000; design, "When rules conclude"). */
    public static final TrustSettings DEFAULT =
            new TrustSettings(Aggregate.MEAN, new Weights(1, 1, 1), .05, .7);

    /** How three dimensions become one number. */
    public enum Aggregate {
        MEAN,
        MIN,
        WEIGHTED
    }

    public record Weights(double competence, double reliability, double integrity) {}

    /**
     * Sums of decimals are off in the last binary digits: the mean of .65, .70 and .75 would fall
     * short of .70. Twelve decimals are finer than any trust and coarser than that error.
     */
    private static final double GRAIN = 1e12;

    /** The number that thresholds are compared with; none where a dimension is absent. */
    public OptionalDouble scalar(Trust trust) {
        if (!trust.isComplete()) {
            return OptionalDouble.empty();
        }
        double competence = trust.competence().getAsDouble();
        double reliability = trust.reliability().getAsDouble();
        double integrity = trust.integrity().getAsDouble();
        if (competence == reliability && reliability == integrity) {
            return trust.competence();
        }
        return OptionalDouble.of(
                switch (aggregate) {
                    case MEAN -> rounded((competence + reliability + integrity) / 3);
                    case MIN -> Math.min(competence, Math.min(reliability, integrity));
                    case WEIGHTED ->
                            rounded(
                                    (weights.competence() * competence
                                                    + weights.reliability() * reliability
                                                    + weights.integrity() * integrity)
                                            / (weights.competence()
                                                    + weights.reliability()
                                                    + weights.integrity()));
                });
    }

    private static double rounded(double value) {
        return Math.rint(value * GRAIN) / GRAIN;
    }
}
