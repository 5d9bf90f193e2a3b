package io.praetor.retrieval;

import io.praetor.situation.Situation;

/** What the log knows of an actor: observed, not claimed. Thread-safe. */
@FunctionalInterface
public interface ActorHistory {
    /** Nobody was ever seen. */
    ActorHistory UNKNOWN = _ -> Observed.NOTHING;

    /** What was seen of the situation's actor before it. */
    Observed of(Situation situation);
}
