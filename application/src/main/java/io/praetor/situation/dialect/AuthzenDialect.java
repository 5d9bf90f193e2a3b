package io.praetor.situation.dialect;

import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
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
 * The access evaluation request of the AuthZEN Authorization API 1.0 (section 6.1).
 *
 * <p>Subject and resource ids become {@code type:id} ({@link TypedId}). What Praetor knows of a
 * subject or an action beyond AuthZEN it takes from well-known properties, or from the context:
 * role, T3 tensor, identity, ATP, description. Every other property and context entry is kept;
 * fields AuthZEN does not know, outside properties and context, are ignored as it demands. The
 * schema {@code situation-authzen.schema.json} says the rest.
 */
public final class AuthzenDialect {
    private static final String PROPERTIES = "properties";
    private static final String META = "meta";

    private static final Set<String> SUBJECT_KEYS =
            Set.of("role", "t3_tensor", "identity_metrics", "atp_available");

    private static final Set<String> ACTION_KEYS = Set.of("description", "details");

    private static final Set<String> CONTEXT_KEYS =
            Set.of(
                    "role",
                    "t3_tensor",
                    "identity_metrics",
                    "atp_available",
                    "description",
                    "details",
                    "request_id",
                    "team",
                    "team_norms",
                    "team_context",
                    "intent",
                    "recent_history",
                    "risk",
                    "incident_status",
                    "approval_pending",
                    "session_id",
                    "signals",
                    "coherence_state",
                    "approvals",
                    "mfa",
                    "timestamp",
                    "time");

    private AuthzenDialect() {}

    static Situation read(Fields request, Instant receivedAt) {
        Fields context = request.object("context");
        Actor actor = actor(request.requiredObject("subject"), context);
        Action action = action(request.requiredObject("action"), context);
        Fields resource = request.requiredObject("resource");
        String id = TypedId.RESOURCE.read(resource).flatMap(resource::resourceId).orElse("");
        Resource named = Resource.of(id, new Attributes(resource.object(PROPERTIES).rest()));
        Instant at = at(context, receivedAt);
        var requestId = context.nameIfText("request_id");
        return new Situation(requestId, actor, action, named, context(context), at);
    }

    private static Actor actor(Fields subject, Fields context) {
        String id = TypedId.SUBJECT.read(subject).flatMap(subject::nameId).orElse("");
        Fields properties = subject.object(PROPERTIES);
        Fields tensor = home("t3_tensor", properties, context).object("t3_tensor");
        Fields metrics = home("identity_metrics", properties, context).object("identity_metrics");
        var atp = home("atp_available", properties, context);
        return new Actor(
                id,
                ActorKind.ofId(id),
                home("role", properties, context).nameIfText("role"),
                Parts.trust(tensor),
                Parts.identity(metrics),
                atp.number(0, Double.MAX_VALUE, "atp_available"),
                Parts.properties(Overflow.unpack(properties, PROPERTIES), tensor, metrics));
    }

    private static Action action(Fields action, Fields context) {
        String type = action.requiredName("name");
        Fields properties = action.object(PROPERTIES);
        boolean isInContext = context.has("description") || context.has("details");
        Fields home = isInContext ? context : properties;
        if (isInContext && (properties.has("description") || properties.has("details"))) {
            properties.refuse("description", "is also given in the context");
        }
        Optional<String> description = home.text("description", "details");
        return new Action(type, Overflow.unpack(properties, PROPERTIES), description);
    }

    /** Where {@code key} is given: among the properties or in the context. */
    private static Fields home(String key, Fields properties, Fields context) {
        if (properties.has(key) && context.has(key)) {
            context.refuse(key, "is also given among the properties");
        }
        return properties.has(key) ? properties : context;
    }

    /** {@code timestamp}, or the {@code time} of AuthZEN's own examples where it can be read. */
    private static Instant at(Fields context, Instant receivedAt) {
        Optional<Instant> time = context.textIf("time", Instants::read);
        return Instants.at(context, "timestamp", time.orElse(receivedAt));
    }

    private static Context context(Fields context) {
        Fields coherence = context.object("coherence_state");
        var state = Parts.coherence(coherence);
        return new Context(
                context.name("team"),
                context.text("team_norms"),
                context.texts("recent_history"),
                context.text("intent", "team_context"),
                context.label(RiskLevel.class, "risk"),
                context.textOrFlag("incident_status"),
                context.textOrFlag("approval_pending"),
                context.name("session_id"),
                Parts.signals(context),
                state,
                Parts.approvals(context),
                context.flag("mfa"),
                Attributes.NONE,
                extras(context, coherence));
    }

    /** What nobody took from the context. */
    private static Attributes extras(Fields context, Fields coherence) {
        Map<String, @Nullable Object> extras =
                new LinkedHashMap<>(Overflow.unpack(context, META).values());
        Parts.keepRest(extras, "coherence_state", coherence);
        return new Attributes(extras);
    }

    /** The AuthZEN request that reads back as {@code situation}, counters apart. */
    public static Attributes write(Situation situation) {
        return new Tree()
                .some("subject", subject(situation.actor()))
                .some("action", action(situation.action()))
                .some("resource", resource(situation.resource()))
                .some("context", context(situation))
                .attributes();
    }

    private static Tree subject(Actor actor) {
        Tree properties =
                new Tree()
                        .maybe("role", actor.role())
                        .some("t3_tensor", Parts.trust(actor.trust()))
                        .some("identity_metrics", Parts.identity(actor.identity()))
                        .maybe("atp_available", actor.atpAvailable());
        Overflow.pack(actor.properties(), SUBJECT_KEYS, PROPERTIES, properties);
        return TypedId.SUBJECT.write(actor.id()).some(PROPERTIES, properties);
    }

    private static Tree action(Action action) {
        Tree properties = new Tree().maybe("description", action.description());
        Overflow.pack(action.parameters(), ACTION_KEYS, PROPERTIES, properties);
        return new Tree().put("name", action.type()).some(PROPERTIES, properties);
    }

    private static Tree resource(Resource resource) {
        return TypedId.RESOURCE.write(resource.id()).some(PROPERTIES, resource.properties());
    }

    private static Tree context(Situation situation) {
        Context context = situation.context();
        Tree written =
                new Tree()
                        .maybe("request_id", situation.requestId())
                        .maybe("team", context.team())
                        .maybe("team_norms", context.teamNorms())
                        .maybe("intent", context.intent())
                        .some("recent_history", context.history())
                        .maybe("risk", context.callerRisk().map(RiskLevel::label))
                        .maybe("incident_status", context.incident())
                        .maybe("approval_pending", context.approvalPending())
                        .maybe("session_id", context.sessionId())
                        .some("signals", context.signals())
                        .some("coherence_state", Parts.coherence(context.coherence()))
                        .some("approvals", Parts.approvals(context.approvals()))
                        .maybe("mfa", context.mfa())
                        .put("timestamp", situation.at().toString());
        Overflow.pack(context.extras(), CONTEXT_KEYS, META, written);
        return written;
    }
}
