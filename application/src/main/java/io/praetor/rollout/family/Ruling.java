package io.praetor.rollout.family;

import io.praetor.rollout.life.Check;

/** What became of a change request. */
public sealed interface Ruling {
    /** The change, to be kept together with the state it makes: both or neither. */
    record Changed(Change change, FamilyState after) implements Ruling {}

    /** Nothing happens; refusals are recorded too. */
    record Unchanged(Check why) implements Ruling {}
}
