package io.praetor.governance.control;

import io.praetor.governance.RefusedChange;
import io.praetor.rollout.family.Change;

/** What became of a demand. */
public sealed interface ControlAnswer {
    /** It happened, and this is how it is kept. */
    record Done(Change change) implements ControlAnswer {}

    /** It did not happen, and that is kept too. */
    record NotDone(RefusedChange refusal) implements ControlAnswer {}

    /**
     * @param what is not there
     */
    record Unknown(String what) implements ControlAnswer {}

    /**
     * The family moved on since the asker looked at it.
     *
     * @param revision that it has now
     */
    record Stale(long revision) implements ControlAnswer {}

    /** Another demand was answered under the same idempotency key. */
    record KeyTaken(String key) implements ControlAnswer {}
}
