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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Web4's flat object: one key a field, every key it does not know an action parameter.
 *
 * <p>{@code action_type} and {@code actor_id} are needed. {@code team_context} is the intent,
 * {@code risk} the caller's estimate, {@code meta} further context. Parameters whose names are keys
 * of the dialect stand in {@code parameters}. The schema {@code situation-flat.schema.json} says
 * the rest.
 */
public final class FlatDialect {
    private static final String PARAMETERS = "parameters";

    /** Keys that are no parameters: its own, and those by which the other dialects are told. */
    static final Set<String> KEYS =
            Set.of(
                    "request_id",
                    "action_type",
                    "actor_role",
                    "actor_id",
                    "t3_tensor",
                    "identity_metrics",
                    "atp_available",
                    "actor_properties",
                    "resource",
                    "resource_properties",
                    "details",
                    "team",
                    "team_norms",
                    "team_context",
                    "recent_history",
                    "risk",
                    "incident_status",
                    "approval_pending",
                    "session_id",
                    "signals",
                    "coherence_state",
                    "approvals",
                    "mfa",
                    "meta",
                    "timestamp",
                    "actorId",
                    "subject");

    private FlatDialect() {}

    static Situation read(Fields flat, Instant receivedAt) {
        Actor actor = actor(flat);
        Resource resource =
                Resource.of(
                        flat.resource("resource"),
                        new Attributes(flat.object("resource_properties").rest()));
        Context context = context(flat);
        Instant at = Instants.at(flat, "timestamp", receivedAt);
        var requestId = flat.name("request_id");
        String type = flat.requiredName("action_type");
        var details = flat.text("details");
        Action action = new Action(type, Overflow.unpack(flat, PARAMETERS), details);
        return new Situation(requestId, actor, action, resource, context, at);
    }

    private static Actor actor(Fields flat) {
        String id = flat.requiredName("actor_id");
        Fields tensor = flat.object("t3_tensor");
        Fields metrics = flat.object("identity_metrics");
        return new Actor(
                id,
                ActorKind.ofId(id),
                flat.name("actor_role"),
                Parts.trust(tensor),
                Parts.identity(metrics),
                flat.number(0, Double.MAX_VALUE, "atp_available"),
                Parts.properties(
                        new Attributes(flat.object("actor_properties").rest()), tensor, metrics));
    }

    private static Context context(Fields flat) {
        Fields coherence = flat.object("coherence_state");
        var state = Parts.coherence(coherence);
        Map<String, @Nullable Object> extras = new LinkedHashMap<>(flat.object("meta").rest());
        Parts.keepRest(extras, "coherence_state", coherence);
        return new Context(
                flat.name("team"),
                flat.text("team_norms"),
                flat.texts("recent_history"),
                flat.text("team_context"),
                flat.label(RiskLevel.class, "risk"),
                flat.textOrFlag("incident_status"),
                flat.textOrFlag("approval_pending"),
                flat.name("session_id"),
                Parts.signals(flat),
                state,
                Parts.approvals(flat),
                flat.flag("mfa"),
                Attributes.NONE,
                new Attributes(extras));
    }

    /** The flat object that reads back as {@code situation}, counters apart. */
    public static Attributes write(Situation situation) {
        Actor actor = situation.actor();
        Action action = situation.action();
        Tree flat =
                new Tree()
                        .maybe("request_id", situation.requestId())
                        .put("action_type", action.type())
                        .maybe("actor_role", actor.role())
                        .put("actor_id", actor.id())
                        .some("t3_tensor", Parts.trust(actor.trust()))
                        .some("identity_metrics", Parts.identity(actor.identity()))
                        .maybe("atp_available", actor.atpAvailable())
                        .some("actor_properties", actor.properties())
                        .maybe("resource", situation.resource().named())
                        .some("resource_properties", situation.resource().properties())
                        .maybe("details", action.description());
        write(situation.context(), flat);
        flat.put("timestamp", situation.at().toString());
        Overflow.pack(action.parameters(), KEYS, PARAMETERS, flat);
        return flat.attributes();
    }

    private static void write(Context context, Tree flat) {
        flat.maybe("team", context.team())
                .maybe("team_norms", context.teamNorms())
                .maybe("team_context", context.intent())
                .some("recent_history", context.history())
                .maybe("risk", context.callerRisk().map(RiskLevel::label))
                .maybe("incident_status", context.incident())
                .maybe("approval_pending", context.approvalPending())
                .maybe("session_id", context.sessionId())
                .some("signals", context.signals())
                .some("coherence_state", Parts.coherence(context.coherence()))
                .some("approvals", Parts.approvals(context.approvals()))
                .maybe("mfa", context.mfa())
                .some("meta", context.extras());
    }
}
