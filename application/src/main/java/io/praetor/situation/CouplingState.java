package io.praetor.situation;

/** Whether quality and identity of a session move together, and which leads where they do not. */
public enum CouplingState {
    COUPLED,
    QUALITY_LEADING,
    IDENTITY_LEADING,
    DECOUPLED;

    public String label() {
        return Labels.of(this);
    }
}
