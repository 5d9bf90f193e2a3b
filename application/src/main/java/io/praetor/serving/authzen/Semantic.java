package io.praetor.serving.authzen;

import io.praetor.situation.Labels;

/** When a batch of evaluations ends (section 7.1.2.1). */
enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    String label() {
        return Labels.of(this);
    }

    boolean endsAfter(boolean isPermitted) {
        return switch (this) {
            case EXECUTE_ALL -> false;
            case DENY_ON_FIRST_DENY -> !isPermitted;
            case PERMIT_ON_FIRST_PERMIT -> isPermitted;
        };
    }
}
