package io.praetor.serving.access;

import io.praetor.situation.Labels;

/** What a caller may do. A caller holds any set of these; none implies another. */
public enum Scope {
    /** Ask for decisions and run searches. */
    DECIDE,
    /** Be believed about approvals and second factors. */
    VOUCH,
    REVIEW,
    GOVERN,
    ADMIN;

    public String label() {
        return Labels.of(this);
    }
}
