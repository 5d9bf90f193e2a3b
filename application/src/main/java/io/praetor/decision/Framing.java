package io.praetor.decision;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Evaluation.Applicable;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.policy.Evaluation.NotApplicable;
import io.praetor.policy.RuleId;
import io.praetor.situation.Situation;
import java.util.List;

/** Puts a decision into the R6 frame. */
final class Framing {
    private Framing() {}

    static Explanation.Frame of(Decision decision) {
        Situation situation = decision.situation();
        return new Explanation.Frame(
                ruleIds(decision.trail().rules().evaluation()),
                situation.actor().role().orElse("unknown"),
                situation.action().type(),
                decision.clauses().stream().map(ClauseId::value).toList(),
                situation.resource().named().orElse("none named"),
                decision.effect().label());
    }

    private static List<String> ruleIds(Evaluation evaluation) {
        List<RuleId> rules =
                switch (evaluation) {
                    case Applicable applicable -> applicable.rules();
                    case NotApplicable() -> List.of();
                    case Indeterminate indeterminate -> indeterminate.rules();
                };
        return rules.stream().map(RuleId::value).toList();
    }
}
