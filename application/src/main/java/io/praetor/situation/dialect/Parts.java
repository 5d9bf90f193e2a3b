package io.praetor.situation.dialect;

import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context.CoherenceState;
import io.praetor.situation.CouplingState;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Trend;
import io.praetor.situation.Trust;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the three dialects write the same way. */
final class Parts {
    private Parts() {}

    /** {@code competence, reliability, integrity}, or talent, training, temperament for them. */
    static Trust trust(Fields tensor) {
        return new Trust(
                tensor.share("competence", "talent"),
                tensor.share("reliability", "training"),
                tensor.share("integrity", "temperament"));
    }

    static Tree trust(Trust trust) {
        return new Tree()
                .maybe("competence", trust.competence())
                .maybe("reliability", trust.reliability())
                .maybe("integrity", trust.integrity());
    }

    static Identity identity(Fields metrics) {
        return new Identity(
                metrics.label(IdentityLevel.class, "level"),
                metrics.share("coherence"),
                metrics.label(Trend.class, "trend"));
    }

    static Tree identity(Identity identity) {
        return new Tree()
                .maybe("level", identity.level().map(IdentityLevel::label))
                .maybe("coherence", identity.coherence())
                .maybe("trend", identity.trend().map(Trend::label));
    }

    static CoherenceState coherence(Fields state) {
        return new CoherenceState(
                state.share("d9Score", "d9_score"),
                state.share("selfReferenceRate", "self_reference_rate"),
                state.label(CouplingState.class, "couplingState", "coupling_state"));
    }

    static Tree coherence(CoherenceState state) {
        return new Tree()
                .maybe("d9Score", state.d9Score())
                .maybe("selfReferenceRate", state.selfReferenceRate())
                .maybe("couplingState", state.coupling().map(CouplingState::label));
    }

    /** One of {@code approvals}: by and at are needed, kind is peer where it is not said. */
    static List<Approval> approvals(Fields fields) {
        return fields.objects("approvals", Parts::approval);
    }

    private static Approval approval(Fields approval) {
        if (!approval.has("at")) {
            approval.refuse("at", "is missing: an approval lapses, so it needs its time");
        }
        return new Approval(
                approval.requiredName("by"),
                approval.name("role"),
                approval.label(ApprovalKind.class, "kind").orElse(ApprovalKind.PEER),
                Instants.at(approval, "at", Instant.EPOCH),
                approval.name("obligation"));
    }

    static List<Map<String, @Nullable Object>> approvals(List<Approval> approvals) {
        return approvals.stream().map(Parts::approval).map(Tree::entries).toList();
    }

    private static Tree approval(Approval approval) {
        return new Tree()
                .put("by", approval.by())
                .maybe("role", approval.role())
                .put("kind", approval.kind().label())
                .put("at", approval.at().toString())
                .maybe("obligation", approval.obligation());
    }

    /** Named observations: numbers, texts, true or false. */
    static Attributes signals(Fields fields) {
        Fields signals = fields.object("signals");
        signals.rest()
                .forEach(
                        (key, value) -> {
                            if (value == null || value instanceof Map || value instanceof List) {
                                signals.refuse(key, "is not a number, a text, true or false");
                            }
                        });
        return new Attributes(signals.rest());
    }

    /**
     * Free properties, and with them what the caller's trust tensor and identity say beyond the
     * fields Praetor knows, under those objects' names.
     */
    static Attributes properties(Attributes free, Fields tensor, Fields metrics) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(free.values());
        keepRest(properties, "t3_tensor", tensor);
        keepRest(properties, "identity_metrics", metrics);
        return new Attributes(properties);
    }

    static void keepRest(Map<String, @Nullable Object> into, String key, Fields object) {
        Map<String, @Nullable Object> rest = object.rest();
        if (!rest.isEmpty()) {
            Overflow.add(into, key, rest, object);
        }
    }
}
