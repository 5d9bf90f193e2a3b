package io.praetor.decision;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.PolicySet;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.Set;

/**
 * What the shipped version may do on the day it is installed: everything binds for every action but
 * the administrative ones, where reasoning advises and a person decides.
 *
 * <p>Administrative is what a policy puts into a family of critical risk.
 */
public final class InstalledAuthority {
    private static final Set<Evaluator> ALL = Set.of(Evaluator.values());

    /** Every evaluator is asked and binds. */
    public static final Authority LIVE = new Authority("live", ALL, ALL);

    /** Reasoning is asked and recorded, and changes nothing. */
    public static final Authority ADVISORY =
            new Authority("advisory", Set.of(Evaluator.RULES, Evaluator.PATTERN), ALL);

    private InstalledAuthority() {}

    public static Authority over(Situation situation, PolicySet policy) {
        boolean isAdministrative =
                policy.familyOf(situation.action().type())
                        .map(ActionFamily::risk)
                        .filter(risk -> risk == RiskLevel.CRITICAL)
                        .isPresent();
        return isAdministrative ? ADVISORY : LIVE;
    }
}
