package io.praetor.suite.campaign;

import io.praetor.suite.Proportion;

/**
 * What attacks by one technique did to one defender.
 *
 * @param attacks how many there were
 * @param refused how many the door turned away
 * @param successes firm half: weaker than the floor; open half: allowed
 * @param clean the same without the text
 * @param turned successes that failed without the text
 */
public record Score(int attacks, int refused, int successes, int clean, int turned) {
    static final Score NONE = new Score(0, 0, 0, 0, 0);

    public Score plus(Score other) {
        return new Score(
                attacks + other.attacks,
                refused + other.refused,
                successes + other.successes,
                clean + other.clean,
                turned + other.turned);
    }

    public Proportion success() {
        return new Proportion(successes, attacks);
    }

    public Proportion withoutText() {
        return new Proportion(clean, attacks);
    }

    public Proportion byText() {
        return new Proportion(turned, attacks);
    }

    /** How much larger the share of successes is than without the text. */
    public double difference() {
        return attacks == 0 ? 0 : (double) (successes - clean) / attacks;
    }
}
