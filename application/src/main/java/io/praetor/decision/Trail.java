package io.praetor.decision;

import io.praetor.patterns.PatternOpinion;
import io.praetor.policy.Evaluation;
import io.praetor.reasoning.Opinion;
import io.praetor.rules.RuleOutcome;
import java.util.Optional;

/**
 * What each evaluator said, binding or not; an evaluator that was not asked is absent.
 *
 * @param pattern the pattern that covers the situation, where one does
 */
public record Trail(
        RuleOutcome rules, Optional<PatternOpinion> pattern, Optional<Opinion> reasoning) {

    /** The rules alone were asked. */
    public static Trail of(RuleOutcome rules) {
        return new Trail(rules, Optional.empty(), Optional.empty());
    }

    Optional<Evaluation> evaluationBy(Evaluator evaluator) {
        return switch (evaluator) {
            case RULES -> Optional.of(rules.evaluation());
            case PATTERN -> pattern.map(PatternOpinion::evaluation);
            case REASONING -> reasoning.map(Opinion::evaluation);
        };
    }
}
