package io.praetor.rollout.selection;

/**
 * What canaries may cost: the reward earned so far never falls below (1 - alpha) of what the
 * default alone would have earned.
 *
 * <p>Source: Y. Wu, R. Shariff, T. Lattimore and C. Szepesvari, Conservative bandits, ICML 2016,
 * with the default's mean known and rewards moved from [-1, 1] to [0, 1]. A canary whose outcome is
 * not in yet is counted as the worst possible.
 *
 * @param mean what the default earns per episode, in [0, 1]
 * @param ordinary episodes of the default
 * @param explored matured episodes of canaries
 * @param earned by those, in [0, 1] each
 * @param pending episodes of canaries that have not matured
 */
public record ConservativeBudget(
        double mean, long ordinary, long explored, double earned, long pending) {
    /** The loss put up with: 5 % of what the default earns. */
    static final double ALPHA = .05;

    public ConservativeBudget {
        if (!(mean >= 0 && mean <= 1)) {
            throw new IllegalArgumentException("mean reward in [0, 1], not " + mean);
        }
    }

    /**
     * @param meanReward of the default, in [-1, 1]
     */
    public static ConservativeBudget startingAt(double meanReward) {
        return new ConservativeBudget(moved(meanReward), 0, 0, 0, 0);
    }

    /** Whether one more canary fits, were it the worst possible. */
    public boolean allows() {
        double all = (double) ordinary + explored + pending + 1;
        return earned + ordinary * mean >= (1 - ALPHA) * mean * all;
    }

    public ConservativeBudget afterDefault() {
        return new ConservativeBudget(mean, ordinary + 1, explored, earned, pending);
    }

    public ConservativeBudget afterCanary() {
        return new ConservativeBudget(mean, ordinary, explored, earned, pending + 1);
    }

    /** A canary's outcome is in; without a reward it stays the worst possible. */
    public ConservativeBudget matured(double reward) {
        if (pending == 0) {
            throw new IllegalStateException("no canary is pending");
        }
        return new ConservativeBudget(
                mean, ordinary, explored + 1, earned + moved(reward), pending - 1);
    }

    private static double moved(double reward) {
        return Math.clamp((reward + 1) / 2, 0, 1);
    }
}
