package io.praetor.situation.dialect;

import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hardbound's R6 request.
 *
 * <p>{@code actorId} and {@code action.type} are needed. It has no place for role, identity, ATP,
 * approvals and second factor, so they stand in {@code action.parameters}; parameters that share a
 * name with those stand in {@code action.parameters.parameters}. Whoever puts a tool's own
 * arguments into {@code action.parameters} unread lets the tool's caller write its role: box them.
 * Praetor's other fields stand in {@code context} under their flat names, beside whatever else is
 * there. The schema {@code situation-r6.schema.json} says the rest.
 */
public final class R6Dialect {
    private static final String PARAMETERS = "parameters";
    private static final String META = "meta";

    private static final Set<String> PARAMETER_KEYS =
            Set.of(
                    "role",
                    "actor_role",
                    "level",
                    "identity",
                    "identity_metrics",
                    "atp_available",
                    "approvals",
                    "mfa",
                    "actor_properties",
                    "resource_properties");

    private static final Set<String> CONTEXT_KEYS =
            Set.of(
                    "sessionId",
                    "previousActions",
                    "intent",
                    "callerRiskAssessment",
                    "team",
                    "team_norms",
                    "incident_status",
                    "approval_pending",
                    "signals");

    private R6Dialect() {}

    static Situation read(Fields r6, Instant receivedAt) {
        Fields action = r6.object("action");
        Fields parameters = action.object("parameters");
        Actor actor = actor(r6, parameters);
        Resource resource =
                Resource.of(
                        action.resource("target"),
                        new Attributes(parameters.object("resource_properties").rest()));
        Instant at = Instants.at(r6, "timestamp", receivedAt);
        var requestId = r6.name("requestId");
        Context context = context(r6, parameters);
        return new Situation(requestId, actor, action(action, parameters), resource, context, at);
    }

    private static Actor actor(Fields r6, Fields parameters) {
        String id = r6.requiredName("actorId");
        Fields tensor = r6.object("trustState");
        Fields metrics = parameters.object("identity", "identity_metrics");
        return new Actor(
                id,
                ActorKind.ofId(id),
                parameters.name("role", "actor_role"),
                Parts.trust(tensor),
                identity(metrics, parameters),
                parameters.number(0, Double.MAX_VALUE, "atp_available"),
                Parts.properties(
                        new Attributes(parameters.object("actor_properties").rest()),
                        tensor,
                        metrics));
    }

    /** A bare {@code level} counts where it is the name of one; else it is a parameter. */
    private static Identity identity(Fields metrics, Fields parameters) {
        Identity identity = Parts.identity(metrics);
        Optional<IdentityLevel> bare = parameters.labelIfKnown(IdentityLevel.class, "level");
        if (bare.isPresent() && identity.level().isPresent()) {
            parameters.refuse("level", "says again what `identity.level` says");
        }
        return new Identity(
                identity.level().or(() -> bare), identity.coherence(), identity.trend());
    }

    private static Action action(Fields action, Fields parameters) {
        String type = action.requiredName("type");
        Optional<String> description = action.text("description");
        Attributes own = Overflow.unpack(parameters, PARAMETERS);
        Map<String, @Nullable Object> all = new LinkedHashMap<>(own.values());
        action.rest().forEach((key, value) -> Overflow.add(all, key, value, action));
        return new Action(type, new Attributes(all), description);
    }

    private static Context context(Fields r6, Fields parameters) {
        Fields context = r6.object("context");
        Fields coherence = r6.object("coherenceState");
        var state = Parts.coherence(coherence);
        return new Context(
                context.name("team"),
                context.text("team_norms"),
                context.texts("previousActions"),
                context.text("intent"),
                context.label(RiskLevel.class, "callerRiskAssessment"),
                context.textOrFlag("incident_status"),
                context.textOrFlag("approval_pending"),
                context.name("sessionId"),
                Parts.signals(context),
                state,
                Parts.approvals(parameters),
                parameters.flag("mfa"),
                Attributes.NONE,
                extras(r6, context, coherence));
    }

    /** What nobody took from the request and its context. */
    private static Attributes extras(Fields r6, Fields context, Fields coherence) {
        Map<String, @Nullable Object> extras =
                new LinkedHashMap<>(Overflow.unpack(context, META).values());
        r6.rest().forEach((key, value) -> Overflow.add(extras, key, value, r6));
        Parts.keepRest(extras, "coherence_state", coherence);
        return new Attributes(extras);
    }

    /** The R6 request that reads back as {@code situation}, counters apart. */
    public static Attributes write(Situation situation) {
        Action action = situation.action();
        Tree written =
                new Tree()
                        .put("type", action.type())
                        .maybe("target", situation.resource().named())
                        .some("parameters", parameters(situation))
                        .maybe("description", action.description());
        return new Tree()
                .maybe("requestId", situation.requestId())
                .put("actorId", situation.actor().id())
                .some("action", written)
                .some("context", context(situation.context()))
                .some("trustState", Parts.trust(situation.actor().trust()))
                .some("coherenceState", Parts.coherence(situation.context().coherence()))
                .put("timestamp", situation.at().toString())
                .attributes();
    }

    private static Tree parameters(Situation situation) {
        Actor actor = situation.actor();
        Tree parameters =
                new Tree()
                        .maybe("role", actor.role())
                        .some("identity", Parts.identity(actor.identity()))
                        .maybe("atp_available", actor.atpAvailable())
                        .some("approvals", Parts.approvals(situation.context().approvals()))
                        .maybe("mfa", situation.context().mfa())
                        .some("actor_properties", actor.properties())
                        .some("resource_properties", situation.resource().properties());
        Overflow.pack(situation.action().parameters(), PARAMETER_KEYS, PARAMETERS, parameters);
        return parameters;
    }

    private static Tree context(Context context) {
        Tree written =
                new Tree()
                        .maybe("sessionId", context.sessionId())
                        .some("previousActions", context.history())
                        .maybe("intent", context.intent())
                        .maybe("callerRiskAssessment", context.callerRisk().map(RiskLevel::label))
                        .maybe("team", context.team())
                        .maybe("team_norms", context.teamNorms())
                        .maybe("incident_status", context.incident())
                        .maybe("approval_pending", context.approvalPending())
                        .some("signals", context.signals());
        Overflow.pack(context.extras(), CONTEXT_KEYS, META, written);
        return written;
    }
}
