package io.praetor.intervention;

import java.time.Instant;

/**
 * What was suggested in one context, as it is kept.
 *
 * @param id the caller's id of the request
 * @param promise of the arm then
 * @param revision of what had been learnt
 * @param why in one line
 */
public record Suggestion(
        String id,
        Intervention intervention,
        Features features,
        double promise,
        long revision,
        String why,
        Instant at) {
    private static final int ID_MAX = 200;

    public Suggestion {
        if (id.isBlank() || id.length() > ID_MAX) {
            throw new IllegalArgumentException("`request_id` has 1 to " + ID_MAX + " characters");
        }
    }
}
