package io.praetor.policy;

import io.praetor.situation.ActorKind;
import io.praetor.situation.Situation;
import java.util.List;
import java.util.Set;

/**
 * Which situations a rule is about. An empty part matches everything.
 *
 * @param actions action types; families are already written out
 * @param roles in a law section a requirement, elsewhere a part of the match
 * @param resources globs: {@code *} within a segment, {@code **} across {@code /}; a resource that
 *     is not named matches none of them
 */
public record Target(
        Set<String> actions, Set<String> roles, List<String> resources, Set<ActorKind> kinds) {
    public static final Target ANY = new Target(Set.of(), Set.of(), List.of(), Set.of());

    public Target {
        actions = Set.copyOf(actions);
        roles = Set.copyOf(roles);
        resources = List.copyOf(resources);
        kinds = Set.copyOf(kinds);
    }

    /**
     * Whether action, kind of actor and resource are among those named. The role is left out: where
     * it is a requirement, its absence is what the rule speaks of.
     *
     * @param ignoresCase whether letter case in resources counts for nothing
     */
    boolean isAbout(Situation situation, boolean ignoresCase) {
        return (actions.isEmpty() || actions.contains(situation.action().type()))
                && (kinds.isEmpty() || kinds.contains(situation.actor().kind()))
                && (resources.isEmpty() || covers(situation.resource().id(), ignoresCase));
    }

    private boolean covers(String resource, boolean ignoresCase) {
        String id = ignoresCase ? Glob.fold(resource) : resource;
        return !id.isEmpty()
                && resources.stream()
                        .map(ignoresCase ? Glob::folded : Glob::of)
                        .anyMatch(glob -> glob.matches(id));
    }
}
