package io.praetor.situation;

/** Which environment a resource belongs to, derived from its id. */
public enum Environment {
    PRODUCTION,
    STAGING,
    DEVELOPMENT,
    /** The id names none. */
    NONE;

    public String label() {
        return Labels.of(this);
    }
}
