package io.praetor.reasoning.prompt;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.reasoning.Question;
import io.praetor.retrieval.Observed;
import io.praetor.retrieval.Observed.PastDecision;
import io.praetor.situation.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees for the parts of a prompt that stand beside the situation. */
final class ViewTrees {
    private ViewTrees() {}

    /** What the rules said. */
    static Map<String, Object> rules(Question question) {
        Map<String, Object> tree = new LinkedHashMap<>();
        switch (question.byRules()) {
            case Applicable said -> {
                tree.put("effect", said.effect().label());
                tree.put("clauses", names(said.clauses()));
                tree.put("reasons", said.reasons());
                tree.put(
                        "open",
                        said.ambiguities().stream().sorted().map(Ambiguity::label).toList());
            }
            case NotApplicable() -> tree.put("effect", "no rule covers this action");
            case Indeterminate said -> {
                tree.put("effect", "could not be evaluated");
                tree.put("at_least", said.atLeast().label());
                tree.put("cause", said.cause());
                tree.put("clauses", names(said.clauses()));
            }
        }
        tree.put("risk", question.risk().label());
        return tree;
    }

    /** What the log knows, the newest first. */
    static Map<String, Object> observed(Observed observed, Attributes counters, int decisionsMax) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "last_decisions",
                observed.last().stream().limit(decisionsMax).map(ViewTrees::past).toList());
        observed.overrideRate().ifPresent(rate -> tree.put("corrected_share", rate));
        if (!counters.isEmpty()) {
            tree.put("counters", counters.values());
        }
        return tree;
    }

    private static String past(PastDecision decision) {
        return "%s %s %s: %s"
                .formatted(
                        decision.at(),
                        decision.action(),
                        decision.resource(),
                        decision.effect().label());
    }

    private static List<String> names(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
