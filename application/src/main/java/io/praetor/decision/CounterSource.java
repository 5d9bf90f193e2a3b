package io.praetor.decision;

import io.praetor.policy.CounterRule;
import io.praetor.situation.Situation;
import java.util.OptionalLong;

/** Bounded counts of released actions. Thread-safe. */
public interface CounterSource {
    /** How often before this situation; empty when the count is not to be had. */
    OptionalLong count(CounterRule counter, Situation situation);

    /** Takes note of a decision that was released as ALLOW. */
    void released(CounterRule counter, Situation situation);
}
