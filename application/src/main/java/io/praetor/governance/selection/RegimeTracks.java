package io.praetor.governance.selection;

import io.praetor.rollout.selection.Regime;
import io.praetor.rollout.selection.RegimeTrack;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last regime readings of participants, in memory: after a restart nothing experimental begins
 * with the first reading. Thread-safe.
 */
final class RegimeTracks {
    /** Whoever was not seen for longest goes first; some 2 MB when full. */
    private static final int PARTICIPANTS_MAX = 10_000;

    private final Map<String, RegimeTrack> tracks =
            new LinkedHashMap<>(16, .75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, RegimeTrack> eldest) {
                    return size() > PARTICIPANTS_MAX;
                }
            };

    /** The regime in effect after one more reading, which is kept. */
    synchronized Regime note(String participant, Regime reading) {
        RegimeTrack next = tracks.getOrDefault(participant, RegimeTrack.START).next(reading);
        tracks.put(participant, next);
        return next.inEffect();
    }

    /** The regime that would be in effect after one more reading. */
    synchronized Regime peek(String participant, Regime reading) {
        return tracks.getOrDefault(participant, RegimeTrack.START).next(reading).inEffect();
    }
}
