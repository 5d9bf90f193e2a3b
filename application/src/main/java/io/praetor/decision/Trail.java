package io.praetor.decision;

import io.praetor.policy.Evaluation;
import io.praetor.rules.RuleOutcome;
import java.util.Optional;

/** What each evaluator said, binding or not. */
public record Trail(
        RuleOutcome rules, Optional<Evaluation> pattern, Optional<Evaluation> reasoning) {}
