package io.praetor.rules;

import io.praetor.rules.condition.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the few rules of a section whose target a situation can match: by action type, and where
 * many rules share one, by role and by the literal beginning of the resource pattern.
 *
 * <p>It may give a rule that does not match; it never leaves one out that does. Thread-safe.
 */
final class RuleIndex {
    private final Map<String, Branch> byAction = new HashMap<>();
    private final Branch anyAction;

    /**
     * @param rules in ascending order
     * @param rolesMatter whether a role that a rule does not name keeps it from matching
     */
    RuleIndex(List<CompiledRule> rules, boolean rolesMatter) {
        Map<String, List<CompiledRule>> named = new HashMap<>();
        List<CompiledRule> any = new ArrayList<>();
        for (CompiledRule rule : rules) {
            Set<String> actions = rule.rule.target().actions();
            actions.forEach(it -> named.computeIfAbsent(it, _ -> new ArrayList<>()).add(rule));
            if (actions.isEmpty()) {
                any.add(rule);
            }
        }
        named.forEach((action, list) -> byAction.put(action, Branch.of(list, rolesMatter, true)));
        anyAction = Branch.of(any, rolesMatter, true);
    }

    void collect(Facts facts, Candidates into) {
        into.clear();
        anyAction.collect(facts, into);
        Branch named = byAction.get(facts.situation().action().type());
        if (named != null) {
            named.collect(facts, into);
        }
    }
}
