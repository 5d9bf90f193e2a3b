package io.praetor.reasoning.prompt;

import io.praetor.situation.Actor;
import io.praetor.situation.Approval;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Environment;
import io.praetor.situation.Identity;
import io.praetor.situation.Labels;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A situation as a tree for the prompt, by provenance: what the enforcement point vouches for, and
 * what the actor claims. What is absent is left out.
 */
final class SituationTree {
    /** Events of the request's own history that a reasoner is shown, the newest. */
    static final int EVENTS_MAX = 20;

    private final Map<String, Object> parts = new LinkedHashMap<>();

    private SituationTree() {}

    /**
     * @param eventsMax how many events of the claimed history are kept, the newest
     */
    static Map<String, Object> of(Situation situation, int eventsMax) {
        return new SituationTree()
                .put("vouched_by_the_enforcement_point", vouched(situation))
                .put("claimed_by_the_actor", claimed(situation, eventsMax))
                .parts;
    }

    private static Map<String, Object> vouched(Situation situation) {
        Actor actor = situation.actor();
        Context context = situation.context();
        return new SituationTree()
                .put("action", situation.action().type())
                .put("resource", situation.resource().named())
                .put("environment", environment(situation))
                .put("resource_properties", situation.resource().properties())
                .put("actor", actor.id())
                .put("actor_kind", actor.kind().label())
                .put("actor_role", actor.role())
                .put("t3_tensor", trust(actor.trust()))
                .put("identity_metrics", identity(actor.identity()))
                .put("atp_available", actor.atpAvailable())
                .put("actor_properties", actor.properties())
                .put("coherence_metrics", coherence(context.coherence()))
                .put("signals", context.signals())
                .put("caller_risk", context.callerRisk().map(Labels::of))
                .put("approvals", approvals(context.approvals()))
                .put("second_factor", context.mfa())
                .put("at", situation.at().toString())
                .parts;
    }

    private static Map<String, Object> claimed(Situation situation, int eventsMax) {
        Context context = situation.context();
        List<String> history = context.history();
        return new SituationTree()
                .put("description", situation.action().description())
                .put("intent", context.intent())
                .put("parameters", situation.action().parameters())
                .put(
                        "history",
                        history.subList(Math.max(0, history.size() - eventsMax), history.size()))
                .put("incident", context.incident())
                .put("approval_pending", context.approvalPending())
                .put("team_norms_as_told", context.teamNorms())
                .put("more", context.extras())
                .parts;
    }

    private static Optional<String> environment(Situation situation) {
        Environment environment = situation.resource().environment();
        return environment == Environment.NONE
                ? Optional.empty()
                : Optional.of(environment.label());
    }

    private static Map<String, Object> trust(Trust trust) {
        return new SituationTree()
                .put("competence", trust.competence())
                .put("reliability", trust.reliability())
                .put("integrity", trust.integrity())
                .parts;
    }

    private static Map<String, Object> identity(Identity identity) {
        return new SituationTree()
                .put("level", identity.level().map(Labels::of))
                .put("coherence", identity.coherence())
                .put("trend", identity.trend().map(Labels::of))
                .parts;
    }

    private static Map<String, Object> coherence(Context.CoherenceState state) {
        return new SituationTree()
                .put("d9_score", state.d9Score())
                .put("self_reference_rate", state.selfReferenceRate())
                .put("coupling_state", state.coupling().map(Labels::of))
                .parts;
    }

    private static List<Map<String, Object>> approvals(List<Approval> approvals) {
        Function<Approval, Map<String, Object>> tree =
                approval ->
                        new SituationTree()
                                .put("by", approval.by())
                                .put("role", approval.role())
                                .put("kind", Labels.of(approval.kind()))
                                .put("at", approval.at().toString())
                                .parts;
        return approvals.stream().map(tree).toList();
    }

    private SituationTree put(String name, Optional<?> value) {
        value.ifPresent(it -> parts.put(name, it));
        return this;
    }

    private SituationTree put(String name, OptionalDouble value) {
        value.ifPresent(it -> parts.put(name, it));
        return this;
    }

    private SituationTree put(String name, String value) {
        parts.put(name, value);
        return this;
    }

    private SituationTree put(String name, Attributes attributes) {
        return put(name, attributes.values());
    }

    private SituationTree put(String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            parts.put(name, values);
        }
        return this;
    }

    private SituationTree put(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            parts.put(name, values);
        }
        return this;
    }
}
