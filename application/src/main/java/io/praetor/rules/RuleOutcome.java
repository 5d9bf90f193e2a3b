package io.praetor.rules;

import io.praetor.policy.Evaluation;
import io.praetor.situation.RiskLevel;
import java.util.List;

/**
 * What the rules say of a situation.
 *
 * @param risk what is at stake: the action family's risk, raised by the circumstances
 * @param missing dotted names of inputs that a rule wanted and did not get
 * @param advice notes of the rules that matched; they change nothing
 */
public record RuleOutcome(
        Evaluation evaluation, RiskLevel risk, List<String> missing, List<String> advice) {
    public RuleOutcome {
        missing = List.copyOf(missing);
        advice = List.copyOf(advice);
    }
}
