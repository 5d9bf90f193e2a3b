package io.praetor.rules;

import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.Attributes;
import io.praetor.situation.Environment;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Labels;
import io.praetor.situation.Resource;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import io.praetor.situation.Trust;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Sets one input of a situation by its dotted name, as the door would have admitted it. */
final class SituationEdit {
    private SituationEdit() {}

    /**
     * @param value null takes the input away
     * @return empty where the input has no such value, or is not for anybody to choose
     */
    static Optional<Situation> set(Situation situation, String input, @Nullable Object value) {
        int dot = input.indexOf('.');
        String part = dot < 0 ? input : input.substring(0, dot);
        String field = dot < 0 ? "" : input.substring(dot + 1);
        return switch (part) {
            case "actor" -> actor(situation.actor(), field, value).map(situation::withActor);
            case "action" ->
                    action(situation.action(), field, value)
                            .map(it -> rebuilt(situation, it, situation.resource()));
            case "resource" ->
                    resource(situation.resource(), field, value)
                            .map(it -> rebuilt(situation, situation.action(), it));
            case "context" ->
                    ContextEdit.set(situation.context(), field, value).map(situation::withContext);
            default -> Optional.empty();
        };
    }

    static Situation rebuilt(Situation situation, Action action, Resource resource) {
        return new Situation(
                situation.requestId(),
                situation.actor(),
                action,
                resource,
                situation.context(),
                situation.at());
    }

    private static Optional<Actor> actor(Actor actor, String field, @Nullable Object value) {
        return switch (field) {
            case "role" ->
                    text(value).map(it -> rebuilt(actor, it, actor.trust(), actor.atpAvailable()));
            case "atp" -> amount(value).map(it -> rebuilt(actor, actor.role(), actor.trust(), it));
            case "trust" ->
                    value instanceof Double every
                            ? Optional.of(withTrust(actor, Trust.of(every, every, every)))
                            : Optional.empty();
            case "trust.competence", "trust.reliability", "trust.integrity" ->
                    unit(value).map(it -> withTrust(actor, trust(actor.trust(), field, it)));
            case "identity.level" ->
                    word(IdentityLevel.class, value).map(it -> withLevel(actor, it));
            case "identity.coherence" -> unit(value).map(it -> withCoherence(actor, it));
            case "identity.trend" -> word(Trend.class, value).map(it -> withTrend(actor, it));
            default ->
                    keyed(actor.properties(), "properties.", field, value)
                            .map(it -> withProperties(actor, it));
        };
    }

    private static Trust trust(Trust trust, String field, OptionalDouble value) {
        return new Trust(
                field.endsWith("competence") ? value : trust.competence(),
                field.endsWith("reliability") ? value : trust.reliability(),
                field.endsWith("integrity") ? value : trust.integrity());
    }

    private static Actor withTrust(Actor actor, Trust trust) {
        return rebuilt(actor, actor.role(), trust, actor.atpAvailable());
    }

    private static Actor withLevel(Actor actor, Optional<IdentityLevel> level) {
        Identity identity = actor.identity();
        return withIdentity(actor, new Identity(level, identity.coherence(), identity.trend()));
    }

    private static Actor withCoherence(Actor actor, OptionalDouble coherence) {
        Identity identity = actor.identity();
        return withIdentity(actor, new Identity(identity.level(), coherence, identity.trend()));
    }

    private static Actor withTrend(Actor actor, Optional<Trend> trend) {
        Identity identity = actor.identity();
        return withIdentity(actor, new Identity(identity.level(), identity.coherence(), trend));
    }

    private static Actor withIdentity(Actor actor, Identity identity) {
        return new Actor(
                actor.id(),
                actor.kind(),
                actor.role(),
                actor.trust(),
                identity,
                actor.atpAvailable(),
                actor.properties());
    }

    private static Actor withProperties(Actor actor, Attributes properties) {
        return new Actor(
                actor.id(),
                actor.kind(),
                actor.role(),
                actor.trust(),
                actor.identity(),
                actor.atpAvailable(),
                properties);
    }

    private static Actor rebuilt(
            Actor actor, Optional<String> role, Trust trust, OptionalDouble atp) {
        return new Actor(
                actor.id(), actor.kind(), role, trust, actor.identity(), atp, actor.properties());
    }

    private static Optional<Action> action(Action action, String field, @Nullable Object value) {
        return field.equals("description")
                ? text(value).map(it -> new Action(action.type(), action.parameters(), it))
                : keyed(action.parameters(), "parameters.", field, value)
                        .map(it -> new Action(action.type(), it, action.description()));
    }

    private static Optional<Resource> resource(
            Resource resource, String field, @Nullable Object value) {
        if (field.equals("environment")) {
            return word(Environment.class, value)
                    .flatMap(it -> it)
                    .map(it -> rebuilt(resource, it, resource.properties()));
        }
        return keyed(resource.properties(), "properties.", field, value)
                .map(it -> rebuilt(resource, resource.environment(), it));
    }

    private static Resource rebuilt(
            Resource resource, Environment environment, Attributes properties) {
        return new Resource(
                resource.id(), resource.scheme(), resource.name(), environment, properties);
    }

    /** A single key behind {@code prefix}; what lies deeper is not set on its own. */
    static Optional<Attributes> keyed(
            Attributes attributes, String prefix, String field, @Nullable Object value) {
        String key = field.startsWith(prefix) ? field.substring(prefix.length()) : "";
        boolean isDeeper = key.contains(".") && !attributes.has(key);
        if (key.isEmpty() || isDeeper) {
            return Optional.empty();
        }
        return Optional.of(value == null ? attributes.without(key) : attributes.with(key, value));
    }

    static Optional<Optional<String>> text(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.of(Optional.empty());
            case String text -> Optional.of(Optional.of(text));
            default -> Optional.empty();
        };
    }

    /** A number in [0, 1]. */
    static Optional<OptionalDouble> unit(@Nullable Object value) {
        return amount(value).filter(it -> it.orElse(0) <= 1);
    }

    /** A number that is at least 0. */
    private static Optional<OptionalDouble> amount(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.of(OptionalDouble.empty());
            case Double number when number >= 0 -> Optional.of(OptionalDouble.of(number));
            default -> Optional.empty();
        };
    }

    static <E extends Enum<E>> Optional<Optional<E>> word(Class<E> type, @Nullable Object value) {
        return switch (value) {
            case null -> Optional.of(Optional.empty());
            case String text -> {
                Optional<E> constant = Labels.read(type, text);
                yield constant.isEmpty() ? Optional.empty() : Optional.of(constant);
            }
            default -> Optional.empty();
        };
    }
}
