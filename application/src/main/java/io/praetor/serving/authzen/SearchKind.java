package io.praetor.serving.authzen;

import io.praetor.situation.Labels;

/** What a search is for (section 8). */
public enum SearchKind {
    SUBJECT,
    RESOURCE,
    ACTION;

    public String label() {
        return Labels.of(this);
    }
}
