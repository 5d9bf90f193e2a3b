package io.praetor.decision;

import io.praetor.policy.Effect;
import io.praetor.situation.Situation;
import java.util.List;

/**
 * What a version makes of a situation, before anything is recorded or released.
 *
 * @param situation as judged, counters included
 * @param effect what is left of the resolution after obligations were discharged
 */
public record Judgement(
        Situation situation,
        ActingVersion version,
        Effect effect,
        Resolution resolution,
        List<Discharge> obligations,
        Trail trail,
        Timing timing) {
    public Judgement {
        obligations = List.copyOf(obligations);
    }
}
