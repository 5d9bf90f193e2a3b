package io.praetor.situation;

/** Where an identity's record is heading. */
public enum Trend {
    IMPROVING,
    STABLE,
    DECLINING;

    public String label() {
        return Labels.of(this);
    }
}
