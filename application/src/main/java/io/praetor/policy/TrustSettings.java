package io.praetor.policy;

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
}
