package io.praetor.rules.condition;

import static java.util.Map.entry;

import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.Approval;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.Resource;
import io.praetor.situation.Trust;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads each field that {@link io.praetor.policy.SituationTypes} declares from its record. */
final class Fields {
    /** Reads a field of its owner; null where it is absent. */
    @FunctionalInterface
    interface Reader {
        @Nullable Object read(Object owner);
    }

    private static final Map<String, Reader> READERS =
            Map.ofEntries(
                    actor("id", Actor::id),
                    actor("kind", actor -> actor.kind().label()),
                    of("actor.role", Facts.class, Facts::role),
                    actor("trust", Actor::trust),
                    actor("identity", Actor::identity),
                    actor("atp", actor -> number(actor.atpAvailable())),
                    actor("properties", actor -> actor.properties().values()),
                    of("trust.competence", Trust.class, trust -> number(trust.competence())),
                    of("trust.reliability", Trust.class, trust -> number(trust.reliability())),
                    of("trust.integrity", Trust.class, trust -> number(trust.integrity())),
                    identity("level", it -> it.level().map(level -> level.label())),
                    of("identity.coherence", Identity.class, it -> number(it.coherence())),
                    identity("trend", it -> it.trend().map(trend -> trend.label())),
                    action("type", Action::type),
                    of("action.family", Facts.class, Fields::family),
                    action("parameters", action -> action.parameters().values()),
                    action("description", action -> action.description().orElse(null)),
                    of("resource.id", Resource.class, Resource::id),
                    of("resource.scheme", Resource.class, Resource::scheme),
                    of("resource.name", Resource.class, Resource::name),
                    of("resource.environment", Resource.class, it -> it.environment().label()),
                    of("resource.properties", Resource.class, it -> it.properties().values()),
                    of("approval.by", Approval.class, Approval::by),
                    of("approval.role", Approval.class, it -> it.role().orElse(null)),
                    of("approval.kind", Approval.class, it -> it.kind().label()),
                    of("approval.at", Approval.class, Approval::at),
                    optional("team", Context::team),
                    optional("norms", Context::teamNorms),
                    context("history", Context::history),
                    optional("intent", Context::intent),
                    optional("risk", it -> it.callerRisk().map(risk -> risk.label())),
                    optional("incident", Context::incident),
                    optional("approval_pending", Context::approvalPending),
                    optional("session", Context::sessionId),
                    context("signals", it -> it.signals().values()),
                    context("d9_score", it -> number(it.coherence().d9Score())),
                    context(
                            "self_reference_rate",
                            it -> number(it.coherence().selfReferenceRate())),
                    optional("coupling", it -> it.coherence().coupling().map(c -> c.label())),
                    context("approvals", Context::approvals),
                    optional("mfa", Context::mfa),
                    context("counters", it -> it.counters().values()),
                    context("extras", it -> it.extras().values()),
                    of("context.off_hours", Facts.class, Facts::isOffHours));

    private Fields() {}

    /**
     * The reader of a field of one of our types.
     *
     * @param type such as {@code situation.actor}
     */
    static Reader of(String type, String field) {
        Reader reader = READERS.get(type.replaceFirst("^situation\\.", "") + "." + field);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + type + "." + field);
        }
        return reader;
    }

    private static <T> Map.Entry<String, Reader> of(
            String name, Class<T> owner, Function<T, @Nullable Object> read) {
        return entry(name, it -> read.apply(owner.cast(it)));
    }

    private static Map.Entry<String, Reader> actor(
            String name, Function<Actor, @Nullable Object> read) {
        return of("actor." + name, Facts.class, it -> read.apply(it.situation().actor()));
    }

    private static Map.Entry<String, Reader> action(
            String name, Function<Action, @Nullable Object> read) {
        return of("action." + name, Facts.class, it -> read.apply(it.situation().action()));
    }

    private static Map.Entry<String, Reader> context(
            String name, Function<Context, @Nullable Object> read) {
        return of("context." + name, Facts.class, it -> read.apply(it.situation().context()));
    }

    private static Map.Entry<String, Reader> optional(
            String name, Function<Context, Optional<?>> read) {
        return context(name, it -> read.apply(it).orElse(null));
    }

    private static Map.Entry<String, Reader> identity(
            String name, Function<Identity, Optional<?>> read) {
        return of("identity." + name, Identity.class, it -> read.apply(it).orElse(null));
    }

    private static @Nullable Object family(Facts facts) {
        return facts.family() == null ? null : facts.family().name();
    }

    private static @Nullable Object number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
