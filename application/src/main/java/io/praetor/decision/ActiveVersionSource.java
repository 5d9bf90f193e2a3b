package io.praetor.decision;

import io.praetor.situation.Situation;

/** Says which version acts for a situation. Thread-safe; answers from memory. */
@FunctionalInterface
public interface ActiveVersionSource {
    ActingVersion actingFor(Situation situation);
}
