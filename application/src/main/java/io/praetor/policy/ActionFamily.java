package io.praetor.policy;

import io.praetor.situation.RiskLevel;
import java.util.Set;

/**
 * A kind of action that rules refer to by one name, such as {@code credential}.
 *
 * @param risk what an action of this family puts at stake where nothing else is known
 * @param actions the action types that belong to it; a type belongs to one family
 */
public record ActionFamily(String name, RiskLevel risk, Set<String> actions) {
    public ActionFamily {
        actions = Set.copyOf(actions);
    }
}
