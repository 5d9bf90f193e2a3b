package io.praetor.policy;

import java.util.Locale;

/** How the rules of one section become one evaluation. */
public enum CombiningAlgorithm {
    /** Web4: one rule an action; role, trust and ATP decide, the approval becomes an obligation. */
    LAW,
    /** Hardbound: ascending priority, ties in file order, the first match decides. */
    FIRST_MATCH,
    /** Every matching rule counts, the strictest effect wins. */
    DENY_OVERRIDES;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
