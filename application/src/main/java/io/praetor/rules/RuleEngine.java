package io.praetor.rules;

import io.praetor.policy.PolicySet;

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
}
