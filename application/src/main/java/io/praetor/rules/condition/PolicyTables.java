package io.praetor.rules.condition;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Directory;
import io.praetor.policy.PolicySet;
import io.praetor.policy.TeamSettings;
import io.praetor.situation.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a policy set adds to a situation: action families, known actors, working hours. */
public final class PolicyTables {
    private final Map<String, ActionFamily> families = new HashMap<>();
    private final Map<String, Directory.KnownActor> actors;
    private final TeamSettings team;

    public PolicyTables(PolicySet policy) {
        for (ActionFamily family : policy.families().values()) {
            family.actions().forEach(action -> families.put(action, family));
        }
        actors = policy.directory().actors();
        team = policy.team();
    }

    /** The family of an action type; null where it belongs to none. */
    public @Nullable ActionFamily familyOf(String actionType) {
        return families.get(actionType);
    }

    /** The role acted in: as sent, else the first the directory knows; null where unknown. */
    @Nullable String roleOf(Actor actor) {
        if (actor.role().isPresent()) {
            return actor.role().get();
        }
        Directory.KnownActor known = actors.get(actor.id());
        return known == null || known.roles().isEmpty() ? null : known.roles().getFirst();
    }

    boolean isOffHours(Instant at) {
        return !team.isWithinHours(at);
    }
}
