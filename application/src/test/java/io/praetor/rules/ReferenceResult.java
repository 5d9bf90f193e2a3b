package io.praetor.rules;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.policy.RuleId;
import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Set;

/** What has to be the same in the engine and in its plain reference: all but the words. */
record ReferenceResult(
        String kind,
        Effect effect,
        Set<Ambiguity> ambiguities,
        List<RuleId> rules,
        Set<ClauseId> clauses,
        Set<Obligation> obligations,
        Set<String> missing,
        List<String> advice,
        RiskLevel risk) {

    static ReferenceResult of(RuleOutcome outcome) {
        ReferenceResult nothing =
                new ReferenceResult(
                        "not applicable",
                        Effect.ALLOW,
                        Set.of(),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        Set.copyOf(outcome.missing()),
                        outcome.advice(),
                        outcome.risk());
        return switch (outcome.evaluation()) {
            case Evaluation.Applicable it ->
                    nothing.with("applicable", it.effect(), it.ambiguities())
                            .with(it.rules(), it.clauses(), it.obligations());
            case Evaluation.NotApplicable() -> nothing;
            case Evaluation.Indeterminate it ->
                    nothing.with("indeterminate", it.atLeast(), Set.of())
                            .with(it.rules(), it.clauses(), it.obligations());
        };
    }

    private ReferenceResult with(String said, Effect strictest, Set<Ambiguity> because) {
        return new ReferenceResult(
                said, strictest, because, rules, clauses, obligations, missing, advice, risk);
    }

    private ReferenceResult with(List<RuleId> fired, List<ClauseId> cited, List<Obligation> asked) {
        return new ReferenceResult(
                kind,
                effect,
                ambiguities,
                fired,
                Set.copyOf(cited),
                Set.copyOf(asked),
                missing,
                advice,
                risk);
    }
}
