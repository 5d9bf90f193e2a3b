package io.praetor.rules;

import io.praetor.policy.Effect;
import io.praetor.rules.condition.Truth;
import java.util.List;

/** Every rule that fires counts, and the strictest effect wins. */
final class DenyOverridesRules implements SectionRules {
    private final List<CompiledRule> rules;
    private final RuleIndex index;

    DenyOverridesRules(List<CompiledRule> rules) {
        this.rules = List.copyOf(rules);
        index = new RuleIndex(rules, true);
    }

    @Override
    public List<CompiledRule> rules() {
        return rules;
    }

    /** A rule that cannot be evaluated matters where it could have made the result stricter. */
    @Override
    public void evaluate(Tally tally) {
        index.collect(tally.facts, tally.candidates);
        for (CompiledRule rule = tally.candidates.next();
                rule != null;
                rule = tally.candidates.next()) {
            switch (Firing.of(rule, tally)) {
                case Truth.Known.TRUE -> tally.found(Firing.finding(rule));
                case Truth.Known.FALSE -> {}
                case Truth.Failure failure -> {
                    if (rule.rule.effect() == Effect.ALLOW) {
                        tally.missing(failure);
                    } else {
                        tally.failed(rule, failure);
                    }
                }
            }
        }
    }
}
