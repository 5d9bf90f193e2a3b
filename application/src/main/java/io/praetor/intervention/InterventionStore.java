package io.praetor.intervention;

import java.util.Optional;

/** Keeps suggestions, what came of them, and what was learnt. Thread-safe. */
public interface InterventionStore {
    LinUcb learnt();

    /** The suggestion kept under its id: this one, or the one that was there already. */
    Suggestion keep(Suggestion suggestion);

    Optional<Suggestion> suggestion(String id);

    Optional<Feedback> feedback(String suggestion);

    /**
     * Keeps feedback together with what was learnt from it.
     *
     * @param after one revision on, or the same where nothing was learnt
     * @return whether it was kept; false where others learnt meanwhile or there is feedback already
     */
    boolean keep(Feedback feedback, LinUcb before, LinUcb after);
}
