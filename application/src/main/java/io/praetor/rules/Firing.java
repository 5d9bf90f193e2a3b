package io.praetor.rules;

import io.praetor.rules.condition.Truth;

/**
 * Whether a rule outside a law section fires: its target, its trust test and its condition all
 * hold. One that does not hold settles it, so a condition that fails beside it is no failure.
 */
final class Firing {
    private Firing() {}

    /** Takes note in {@code tally} of trust that is missing, or that passed narrowly. */
    static Truth of(CompiledRule rule, Tally tally) {
        if (!rule.admitsRole(tally.facts.role()) || !rule.isAbout(tally.facts)) {
            return Truth.Known.FALSE;
        }
        if (!rule.testsTrust()) {
            return rule.test(tally.facts);
        }
        boolean holds = rule.holdsAt(tally.scalar);
        boolean unknown = Double.isNaN(tally.scalar);
        boolean nearlyHeld = rule.wantsLess() && tally.isNarrow(rule.threshold());
        if (!holds && !unknown && !nearlyHeld) {
            return Truth.Known.FALSE;
        }
        Truth truth = rule.test(tally.facts);
        if (truth == Truth.Known.TRUE) {
            tally.tested(rule.threshold());
        }
        return holds ? truth : Truth.Known.FALSE;
    }

    static Finding finding(CompiledRule rule) {
        return new Finding(
                rule,
                rule.rule.effect(),
                rule.clauses,
                rule.rule.obligations(),
                rule.consulted,
                rule.reason);
    }
}
