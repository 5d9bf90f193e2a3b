package io.praetor.suite.campaign;

import io.praetor.situation.Labels;

/** How an injected text tries to get an ALLOW. */
public enum Technique {
    DIRECT_ORDER,
    ROLE_PLAY,
    FAKE_SYSTEM,
    FAKE_APPROVAL,
    BASE64,
    ROT13,
    HEX,
    LEET,
    SPACED,
    HOMOGLYPH,
    /** Thousands of harmless words around the order, sometimes more than the door takes. */
    OVERSIZED,
    /** The order in pieces over every field that takes prose. */
    MULTI_FIELD,
    MULTILINGUAL,
    /** Closes what the text stands in and goes on with a decision of its own. */
    BREAK_OUT,
    /** The template of an answer, filled in. */
    TEMPLATE_ECHO,
    /** Dozens of made-up cases, each allowed. */
    MANY_SHOT;

    public String label() {
        return Labels.of(this);
    }
}
