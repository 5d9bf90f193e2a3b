package io.praetor.rules;

import io.praetor.rules.condition.Truth;
import java.util.List;

/** Hardbound: by ascending priority, ties in file order, the first rule that fires decides. */
final class FirstMatchRules implements SectionRules {
    private final List<CompiledRule> rules;
    private final RuleIndex index;

    FirstMatchRules(List<CompiledRule> rules) {
        this.rules = List.copyOf(rules);
        index = new RuleIndex(rules, true);
    }

    @Override
    public List<CompiledRule> rules() {
        return rules;
    }

    /** A rule that cannot be evaluated stops the search: nobody knows whether it is the first. */
    @Override
    public void evaluate(Tally tally) {
        index.collect(tally.facts, tally.candidates);
        Truth fired = Truth.Known.FALSE;
        for (CompiledRule rule = tally.candidates.next();
                rule != null && fired == Truth.Known.FALSE;
                rule = tally.candidates.next()) {
            fired = Firing.of(rule, tally);
            switch (fired) {
                case Truth.Known.TRUE -> tally.found(Firing.finding(rule));
                case Truth.Known.FALSE -> {}
                case Truth.Failure failure -> tally.failed(rule, failure);
            }
        }
    }
}
