package io.praetor.policy;

import java.util.List;

/**
 * What a clause comes to where prose shows that it bears.
 *
 * @param effect the strictest that the policy gives it there; never ALLOW
 * @param rules the rules that say so; empty where the clause itself does
 * @param obligations what that effect asks for
 */
public record Consequence(Effect effect, List<RuleId> rules, List<Obligation> obligations) {
    public Consequence {
        rules = List.copyOf(rules);
        obligations = List.copyOf(obligations);
        if (effect == Effect.ALLOW) {
            throw new IllegalArgumentException("an ALLOW is no consequence");
        }
    }
}
