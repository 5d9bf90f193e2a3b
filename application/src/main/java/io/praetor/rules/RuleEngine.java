package io.praetor.rules;

import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.List;

/** A policy set, compiled for evaluation. */
public final class RuleEngine {
    private final PolicySet policy;

    private RuleEngine(PolicySet policy) {
        this.policy = policy;
    }

    public static RuleEngine compile(PolicySet policy) {
        return new RuleEngine(policy);
    }

    public PolicySet policy() {
        return policy;
    }

    /**
     * No rule is compiled yet, so nothing covers {@code situation} and the default clause holds.
     */
    public RuleOutcome evaluate(Situation situation) {
        return new RuleOutcome(
                new Evaluation.NotApplicable(),
                situation.context().callerRisk().orElse(RiskLevel.HIGH),
                List.of(),
                List.of());
    }

    /** What would have changed the rules' answer, smallest change first; none without rules. */
    public List<NearestMiss> nearestMisses(Situation unused) {
        return List.of();
    }
}
