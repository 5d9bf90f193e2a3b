package io.praetor.situation;

/** In which capacity somebody approved. */
public enum ApprovalKind {
    PEER,
    ADMIN;

    public String label() {
        return Labels.of(this);
    }
}
