package io.praetor.app;

import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.reasoning.Reasoner;
import java.util.Optional;

/** Who reasons where the rules of a policy leave room. Thread-safe. */
@FunctionalInterface
public interface Reasoners {
    /** Nobody but the rules. */
    Reasoners NONE = _ -> Optional.empty();

    Optional<Attached> of(PolicySet policy);

    /**
     * @param adviser as it signs its answers
     */
    record Attached(Reasoner reasoner, Adviser adviser) {}
}
