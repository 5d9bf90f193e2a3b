package io.praetor.sample;

import io.praetor.decision.CounterSource;
import io.praetor.policy.CounterRule;
import io.praetor.situation.Situation;
import java.util.OptionalLong;

/** Counters that all stand at one count and take note of nothing. */
record StandingCounters(long count) implements CounterSource {
    @Override
    public OptionalLong count(CounterRule counter, Situation situation) {
        return OptionalLong.of(count);
    }

    @Override
    public void released(CounterRule counter, Situation situation) {}
}
