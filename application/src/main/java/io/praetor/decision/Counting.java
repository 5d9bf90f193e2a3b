package io.praetor.decision;

import io.praetor.policy.CounterRule;
import io.praetor.situation.Attributes;
import io.praetor.situation.Situation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Places a policy's counts in the situation, so that they are recorded and replay the same. */
final class Counting {
    private final CounterSource counters;

    Counting(CounterSource counters) {
        this.counters = counters;
    }

    /** Whatever counts the caller claims are dropped. A count that is not to be had stays out. */
    Situation place(Situation situation, List<CounterRule> wanted) {
        if (wanted.isEmpty() && situation.context().counters().isEmpty()) {
            return situation;
        }
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        for (CounterRule counter : wanted) {
            OptionalLong count = counters.count(counter, situation);
            if (count.isPresent()) {
                counts.put(counter.name(), (double) count.getAsLong());
            }
        }
        return situation.withContext(situation.context().withCounters(new Attributes(counts)));
    }

    void released(Situation situation, List<CounterRule> counted) {
        for (CounterRule counter : counted) {
            if (counter.actions().contains(situation.action().type())) {
                counters.released(counter, situation);
            }
        }
    }
}
