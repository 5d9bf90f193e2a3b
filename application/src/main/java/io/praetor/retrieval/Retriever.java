package io.praetor.retrieval;

import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Situation;

/** Finds what is worth reading before a situation is reasoned about. Thread-safe. */
@FunctionalInterface
public interface Retriever {
    /**
     * @param byRules what the rules said; the clauses they rest on are always among the passages
     */
    Passages retrieve(Situation situation, Evaluation byRules, PolicySet policy);
}
