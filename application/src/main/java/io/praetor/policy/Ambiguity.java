package io.praetor.policy;

import io.praetor.situation.Labels;

/** A named reason why rules alone do not settle a case. It never weakens what they said. */
public enum Ambiguity {
    /** The trust scalar, or a dimension of it, is within the margin of a threshold it passed. */
    BORDERLINE_TRUST,
    /** The identity's trend is declining, or its coherence is below the floor. */
    WEAK_IDENTITY,
    /** History, details, incident, pending approval or signals that no matching rule consulted. */
    UNCONSULTED_CONTEXT,
    /** Outside the team's hours, where the actor's record says that is unusual. */
    UNUSUAL_HOURS,
    /** The change reaches further than the action's name: configuration that deploys itself. */
    WIDER_EFFECT,
    /** The caller calls the risk high or critical. */
    CALLER_RISK,
    /** An input that a rule wanted is missing. */
    MISSING_INPUT;

    public String label() {
        return Labels.of(this);
    }
}
