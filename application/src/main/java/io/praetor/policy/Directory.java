package io.praetor.policy;

import io.praetor.situation.Attributes;
import java.util.List;
import java.util.Map;

/**
 * The actors and resources a policy set knows by name: roles for callers that send none, and the
 * entities that searches range over.
 *
 * @param actors by normalised id
 * @param resources by normalised id
 */
public record Directory(Map<String, KnownActor> actors, Map<String, KnownResource> resources) {
    public static final Directory EMPTY = new Directory(Map.of(), Map.of());

    public Directory {
        actors = Map.copyOf(actors);
        resources = Map.copyOf(resources);
    }

    /**
     * @param type the AuthZEN subject type, such as {@code user}
     * @param roles the first is the one acted in where a caller names none
     */
    public record KnownActor(String type, List<String> roles, Attributes properties) {
        public KnownActor {
            roles = List.copyOf(roles);
        }
    }

    /**
     * @param type the AuthZEN resource type, such as {@code record}
     */
    public record KnownResource(String type, Attributes properties) {}
}
