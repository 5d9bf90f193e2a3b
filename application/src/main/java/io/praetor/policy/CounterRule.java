package io.praetor.policy;

import java.time.Duration;
import java.util.Set;

/**
 * A bounded count that conditions may read as {@code context.counters.NAME}: how many actions of
 * these types were released in the window before this one.
 *
 * @param actions action types; families are already written out
 */
public record CounterRule(String name, Per per, Set<String> actions, Duration window) {
    public CounterRule {
        actions = Set.copyOf(actions);
    }

    /** Whose actions are counted together. */
    public enum Per {
        ACTOR,
        /** Actors that share {@code context.signals.coordination_group}; else the actor. */
        GROUP,
        TEAM
    }
}
