package io.praetor.rules;

import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rules of one section, compiled, indexed, and evaluated as the section combines them. */
sealed interface SectionRules permits LawRules, FirstMatchRules, DenyOverridesRules {

    void evaluate(Tally tally);

    /** In the order that counts in this section. */
    List<CompiledRule> rules();

    static SectionRules of(Section section, PolicySet policy) {
        List<Rule> sorted = new ArrayList<>(section.rules());
        if (section.combine() == CombiningAlgorithm.FIRST_MATCH) {
            sorted.sort(Comparator.comparingInt(rule -> rule.priority().orElse(Integer.MAX_VALUE)));
        }
        List<CompiledRule> rules = new ArrayList<>();
        for (Rule rule : sorted) {
            rules.add(new CompiledRule(rule, rules.size(), policy));
        }
        return switch (section.combine()) {
            case LAW -> new LawRules(rules, policy.chargeAbsentAtp());
            case FIRST_MATCH -> new FirstMatchRules(rules);
            case DENY_OVERRIDES -> new DenyOverridesRules(rules);
        };
    }
}
