package io.praetor.review;

import io.praetor.policy.PolicySet;
import java.util.Optional;

/** Finds the policy that decided, so that a reviewer reads the clauses as they were. */
@FunctionalInterface
public interface PolicyTexts {
    /**
     * The policy set with this content hash; empty where it is not kept here, or was tampered with.
     */
    Optional<PolicySet> find(String hash);
}
