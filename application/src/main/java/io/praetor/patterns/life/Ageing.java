package io.praetor.patterns.life;

import io.praetor.patterns.Bound;
import io.praetor.patterns.Pattern;
import java.time.Duration;
import java.time.Instant;

/**
 * How evidence wears off: with every half-life that passes without a validation it counts half.
 *
 * @param halfLife at least a day
 */
public record Ageing(Duration halfLife) {
    /** A team that did not do something for half a year has changed meanwhile. */
    public static final Ageing DEFAULT = new Ageing(Duration.ofDays(180));

    /** After so many, no pattern is left with anything. */
    private static final int HALVINGS_MAX = 30;

    public Ageing {
        if (halfLife.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("a half-life is at least a day");
        }
    }

    /** The bound that is left of a pattern's evidence at an instant. */
    public double confidence(Pattern.Evidence evidence, Instant at) {
        Duration age = Duration.between(evidence.lastValidated(), at);
        long halvings = age.isNegative() ? 0 : Math.min(HALVINGS_MAX, age.dividedBy(halfLife));
        double weight = Math.scalb(1.0, (int) -halvings);
        double agreeing = weight * evidence.validations();
        return Bound.of(agreeing, agreeing + weight * evidence.contradictions());
    }

    /** Whether a pattern may still answer at an instant. */
    public boolean answers(Pattern pattern, Instant at) {
        return confidence(pattern.evidence(), at) >= pattern.needed();
    }
}
