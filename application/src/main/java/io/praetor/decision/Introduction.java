package io.praetor.decision;

import io.praetor.policy.Directory;
import io.praetor.policy.Directory.KnownActor;
import io.praetor.policy.Directory.KnownResource;
import io.praetor.situation.Actor;
import io.praetor.situation.Attributes;
import io.praetor.situation.Resource;
import io.praetor.situation.Situation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places what a policy's directory says of the actor and the resource in the situation, so that
 * rules read it and records keep it. What the caller says of them stands: it is the fresher word.
 */
final class Introduction {
    private Introduction() {}

    static Situation of(Situation situation, Directory directory) {
        KnownActor actor = directory.actors().get(situation.actor().id());
        KnownResource resource = directory.resources().get(situation.resource().id());
        boolean adds =
                (actor != null && !actor.properties().isEmpty())
                        || (resource != null && !resource.properties().isEmpty());
        if (!adds) {
            return situation;
        }
        return new Situation(
                situation.requestId(),
                actor == null ? situation.actor() : introduced(situation.actor(), actor),
                situation.action(),
                resource == null
                        ? situation.resource()
                        : introduced(situation.resource(), resource),
                situation.context(),
                situation.at());
    }

    private static Actor introduced(Actor actor, KnownActor known) {
        return new Actor(
                actor.id(),
                actor.kind(),
                actor.role(),
                actor.trust(),
                actor.identity(),
                actor.atpAvailable(),
                completed(actor.properties(), known.properties()));
    }

    private static Resource introduced(Resource resource, KnownResource known) {
        return new Resource(
                resource.id(),
                resource.scheme(),
                resource.name(),
                resource.environment(),
                completed(resource.properties(), known.properties()));
    }

    private static Attributes completed(Attributes told, Attributes known) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>(known.values());
        both.putAll(told.values());
        return new Attributes(both);
    }
}
