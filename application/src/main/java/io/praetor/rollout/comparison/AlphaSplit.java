package io.praetor.rollout.comparison;

/**
 * How a family's chance of a wrong promotion is shared among its candidates.
 *
 * @param alpha over all candidates the family will ever compare with its default
 */
public record AlphaSplit(double alpha) {
    /** One family in twenty may promote a candidate worse by the margin, once. */
    public static final AlphaSplit DEFAULT = new AlphaSplit(.05);

    public AlphaSplit {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha is in (0, 1), not " + alpha);
        }
    }

    /**
     * The evidence asked of the {@code ordinal}th candidate, from 1: ordinal (ordinal + 1) / alpha.
     * The shares alpha / (k (k + 1)) add up to alpha however many candidates come.
     */
    public double evidenceMin(int ordinal) {
        if (ordinal < 1) {
            throw new IllegalArgumentException("candidates are counted from 1, not " + ordinal);
        }
        return ordinal * (ordinal + 1.0) / alpha;
    }
}
