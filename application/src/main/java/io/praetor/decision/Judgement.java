package io.praetor.decision;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Situation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * The clauses the effect rests on. Where obligations were met and a weaker one is still open,
     * its clause leads: that is the one which holds the action back now.
     */
    public List<ClauseId> clauses() {
        if (effect == resolution.effect() || effect == Effect.ALLOW) {
            return resolution.clauses();
        }
        Set<ClauseId> clauses = new LinkedHashSet<>();
        obligations.stream()
                .filter(each -> !each.isMet() && each.obligation().effect() == effect)
                .forEach(each -> clauses.add(each.obligation().clause()));
        clauses.addAll(resolution.clauses());
        return List.copyOf(clauses);
    }
}
