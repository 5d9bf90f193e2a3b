package io.praetor.policy;

import java.util.List;
import java.util.Set;

/** One evaluator's view of a situation: by rules, by pattern or by reasoning. */
public sealed interface Evaluation {

    /**
     * The evaluator has an answer.
     *
     * @param ambiguities why it is not conclusive; empty when it is
     * @param clauses the clauses that determined the effect, most telling first
     * @param rules the rules behind them; empty for an evaluator that has none
     * @param obligations what is still to be fulfilled, of every determining rule
     * @param reasons lower-case fragments for the explanation
     * @param confidence in [0, 1]; 1 for rules
     */
    record Applicable(
            Effect effect,
            Set<Ambiguity> ambiguities,
            List<ClauseId> clauses,
            List<RuleId> rules,
            List<Obligation> obligations,
            List<String> reasons,
            double confidence)
            implements Evaluation {
        public Applicable {
            ambiguities = Set.copyOf(ambiguities);
            clauses = List.copyOf(clauses);
            rules = List.copyOf(rules);
            obligations = List.copyOf(obligations);
            reasons = List.copyOf(reasons);
        }

        public boolean isConclusive() {
            return ambiguities.isEmpty();
        }
    }

    /** Nothing the evaluator knows covers the situation. */
    record NotApplicable() implements Evaluation {}

    /**
     * The evaluator should have an answer and could not reach one.
     *
     * @param atLeast the strictest effect already established beside the failure
     * @param cause a lower-case fragment
     * @param clauses the clauses of whatever was already established
     */
    record Indeterminate(
            Effect atLeast,
            String cause,
            List<ClauseId> clauses,
            List<RuleId> rules,
            List<Obligation> obligations)
            implements Evaluation {
        public Indeterminate {
            clauses = List.copyOf(clauses);
            rules = List.copyOf(rules);
            obligations = List.copyOf(obligations);
        }

        public static Indeterminate because(String cause) {
            return new Indeterminate(Effect.ALLOW, cause, List.of(), List.of(), List.of());
        }
    }
}
