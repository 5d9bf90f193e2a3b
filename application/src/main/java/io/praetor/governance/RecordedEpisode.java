package io.praetor.governance;

import io.praetor.rollout.evidence.Episode;
import io.praetor.rollout.selection.Selection.Reason;
import io.praetor.situation.MetaContext;
import java.time.Instant;

/**
 * One decision that a version made, advised on or shadowed, as it is kept.
 *
 * @param id unique in the store; such as the decision's id with the version's
 * @param situation the request it is about, by which versions are compared
 * @param meta what the caller knew of its state of mind
 * @param reason of the selection
 * @param revision of the family when it was selected
 */
public record RecordedEpisode(
        String id,
        String family,
        Episode episode,
        String situation,
        MetaContext meta,
        Reason reason,
        long revision,
        Instant at) {
    private static final int ID_MAX = 200;

    public RecordedEpisode {
        if (id.isBlank() || id.length() > ID_MAX) {
            throw new IllegalArgumentException(
                    "an episode's id has 1 to " + ID_MAX + " characters");
        }
    }
}
