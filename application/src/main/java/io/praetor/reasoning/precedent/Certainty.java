package io.praetor.reasoning.precedent;

import io.praetor.situation.RiskLevel;

/**
 * How sure an answer has to be before it is given, by what is at stake.
 *
 * <p>The first two are the floors of the resolution (design, "Reading the answer"): a surer effect
 * is looked for rather than one that would not count. An ALLOW on critical risk asks for more.
 */
final class Certainty {
    private static final double ORDINARY = .8;
    private static final double HIGH = .95;
    private static final double CRITICAL_ALLOW = .97;

    private Certainty() {}

    static double ofHolding(RiskLevel risk) {
        return risk.atLeast(RiskLevel.HIGH) ? HIGH : ORDINARY;
    }

    static double ofAllowing(RiskLevel risk) {
        return risk == RiskLevel.CRITICAL ? CRITICAL_ALLOW : ofHolding(risk);
    }

    /** From this likelihood on that a clause bears, nobody goes on before a person has read it. */
    static double doubt(RiskLevel risk) {
        return switch (risk) {
            case LOW, MEDIUM -> .4;
            case HIGH -> .3;
            case CRITICAL -> .3;
        };
    }
}
