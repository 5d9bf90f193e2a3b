package io.praetor.decision;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Environment;
import io.praetor.situation.Situation;

/** Names the kind of an action by its family and environment: {@code production_deploy}. */
final class Classification {
    private Classification() {}

    static String of(Situation situation, PolicySet policy) {
        String family =
                policy.familyOf(situation.action().type())
                        .map(ActionFamily::name)
                        .orElse("uncovered");
        Environment environment = situation.resource().environment();
        return switch (environment) {
            case NONE -> family + "_action";
            case PRODUCTION, STAGING, DEVELOPMENT -> environment.label() + "_" + family;
        };
    }
}
