package io.praetor.situation;

/** How well established an identity is, in ascending order. */
public enum IdentityLevel {
    NOVICE,
    DEVELOPING,
    TRUSTED,
    VERIFIED,
    EXEMPLARY;

    public String label() {
        return Labels.of(this);
    }
}
