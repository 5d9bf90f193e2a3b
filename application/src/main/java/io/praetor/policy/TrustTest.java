package io.praetor.policy;

/** A test of the trust scalar. Absent or partial trust counts as below every threshold. */
public sealed interface TrustTest {
    /** A number in [0, 1]. */
    double threshold();

    /** Holds where the scalar is at least the threshold. */
    record AtLeast(double threshold) implements TrustTest {}

    /** Holds where the scalar is below the threshold, or where there is none. */
    record Below(double threshold) implements TrustTest {}
}
