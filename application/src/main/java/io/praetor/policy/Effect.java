package io.praetor.policy;

import io.praetor.situation.Labels;

/** What may happen to a proposed action, ordered by strictness; combining takes the strictest. */
public enum Effect {
    ALLOW,
    REQUIRE_MFA,
    REQUIRE_ATTESTATION,
    DENY;

    public String label() {
        return Labels.of(this);
    }

    public Effect strictest(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isStricterThan(Effect other) {
        return compareTo(other) > 0;
    }

    public boolean isWeakerThan(Effect other) {
        return compareTo(other) < 0;
    }
}
