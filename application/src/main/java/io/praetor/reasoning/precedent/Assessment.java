package io.praetor.reasoning.precedent;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Consequence;
import io.praetor.policy.Effect;
import java.util.List;
import java.util.Optional;

/**
 * What reading a situation came to.
 *
 * @param bears how likely some clause bears, calibrated
 * @param mistakenForHarmless of situations on which a clause bears, the share that reads so
 *     harmless
 * @param findings what clauses might bear, most likely first
 * @param isLegible whether every sentence could be read
 * @param hasPlainCue whether a cue says plainly that a clause bears that can bear here
 * @param examples ids of the nearest confirmed examples
 */
record Assessment(
        double bears,
        double mistakenForHarmless,
        List<Finding> findings,
        boolean isLegible,
        boolean hasPlainCue,
        List<String> examples) {
    Assessment {
        findings = List.copyOf(findings);
        examples = List.copyOf(examples);
    }

    /**
     * A clause that might bear.
     *
     * @param share of the belief that any clause bears
     * @param sentence the most telling one
     */
    record Finding(ClauseId clause, double share, Consequence consequence, String sentence) {}

    /** How likely a clause bears that asks for at least {@code effect}. */
    double atLeast(Effect effect) {
        return bears
                * findings.stream()
                        .filter(it -> !it.consequence.effect().isWeakerThan(effect))
                        .mapToDouble(Finding::share)
                        .sum();
    }

    /** The likeliest of those that ask for at least {@code effect}. */
    Optional<Finding> likeliest(Effect effect) {
        return findings.stream()
                .filter(it -> !it.consequence.effect().isWeakerThan(effect))
                .findFirst();
    }

    /** How sure it is that nothing bears. */
    double harmless() {
        return Math.min(1 - bears, 1 - mistakenForHarmless);
    }
}
