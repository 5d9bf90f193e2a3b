package io.praetor.testing;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.praetor.policy.ActionFamily;
import io.praetor.policy.ConditionLanguage;
import io.praetor.policy.Directory;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Actor;
import io.praetor.situation.Approval;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Labels;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What cel-java's own interpreter says of a condition, on the same situation as plain maps. */
public final class CelOracle {
    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder()
                    .setOptions(ConditionLanguage.OPTIONS)
                    .addFunctionBindings(
                            rank(ConditionLanguage.LEVEL_AT_LEAST, IdentityLevel.class),
                            rank(ConditionLanguage.RISK_AT_LEAST, RiskLevel.class))
                    .build();

    /** A program that can be run on many situations. */
    public CelRuntime.Program program(CelAbstractSyntaxTree tree) {
        try {
            return runtime.createProgram(tree);
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * True, false, or nothing where the evaluation failed or gave no bool. Why it failed is not to
     * be had: an error that passes through {@code &&} below a {@code !} loses its cause.
     */
    public static Optional<Boolean> run(CelRuntime.Program program, Map<String, Object> variables) {
        try {
            return program.eval(variables) instanceof Boolean truth
                    ? Optional.of(truth)
                    : Optional.empty();
        } catch (CelEvaluationException failed) {
            return Optional.empty();
        }
    }

    public static Map<String, Object> variables(Situation situation, PolicySet policy) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("actor", actor(situation.actor(), policy.directory()));
        variables.put("action", action(situation, policy));
        variables.put("resource", resource(situation.resource()));
        variables.put("context", context(situation, policy));
        variables.put("at", situation.at());
        variables.put("prose", prose(situation));
        return variables;
    }

    private static Map<String, Object> actor(Actor actor, Directory directory) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", actor.id());
        fields.put("kind", actor.kind().label());
        Optional<String> known =
                Optional.ofNullable(directory.actors().get(actor.id()))
                        .flatMap(it -> it.roles().stream().findFirst());
        put(fields, "role", actor.role().or(() -> known));
        Map<String, Object> trust = new LinkedHashMap<>();
        put(trust, "competence", actor.trust().competence());
        put(trust, "reliability", actor.trust().reliability());
        put(trust, "integrity", actor.trust().integrity());
        fields.put("trust", trust);
        Map<String, Object> identity = new LinkedHashMap<>();
        put(identity, "level", actor.identity().level().map(Labels::of));
        put(identity, "coherence", actor.identity().coherence());
        put(identity, "trend", actor.identity().trend().map(Labels::of));
        fields.put("identity", identity);
        put(fields, "atp", actor.atpAvailable());
        fields.put("properties", json(actor.properties()));
        return fields;
    }

    private static Map<String, Object> action(Situation situation, PolicySet policy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", situation.action().type());
        Optional<ActionFamily> family = policy.familyOf(situation.action().type());
        put(fields, "family", family.map(ActionFamily::name));
        fields.put("parameters", json(situation.action().parameters()));
        put(fields, "description", situation.action().description());
        return fields;
    }

    private static Map<String, Object> resource(Resource resource) {
        return Map.of(
                "id", resource.id(),
                "scheme", resource.scheme(),
                "name", resource.name(),
                "environment", resource.environment().label(),
                "properties", json(resource.properties()));
    }

    private static Map<String, Object> context(Situation situation, PolicySet policy) {
        Context context = situation.context();
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "team", context.team());
        put(fields, "norms", context.teamNorms());
        fields.put("history", context.history());
        put(fields, "intent", context.intent());
        put(fields, "risk", context.callerRisk().map(Labels::of));
        put(fields, "incident", context.incident());
        put(fields, "approval_pending", context.approvalPending());
        put(fields, "session", context.sessionId());
        fields.put("signals", json(context.signals()));
        put(fields, "d9_score", context.coherence().d9Score());
        put(fields, "self_reference_rate", context.coherence().selfReferenceRate());
        put(fields, "coupling", context.coherence().coupling().map(Labels::of));
        fields.put("approvals", context.approvals().stream().map(CelOracle::approval).toList());
        put(fields, "mfa", context.mfa());
        fields.put("counters", json(context.counters()));
        fields.put("extras", json(context.extras()));
        fields.put("off_hours", !policy.team().isWithinHours(situation.at()));
        return fields;
    }

    private static Map<String, Object> approval(Approval approval) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("by", approval.by());
        put(fields, "role", approval.role());
        fields.put("kind", approval.kind().label());
        fields.put("at", approval.at());
        return fields;
    }

    private static List<String> prose(Situation situation) {
        Context context = situation.context();
        List<String> texts = new ArrayList<>();
        situation.action().description().ifPresent(texts::add);
        texts.addAll(context.history());
        context.intent().ifPresent(texts::add);
        context.incident().ifPresent(texts::add);
        context.approvalPending().ifPresent(texts::add);
        collect(json(situation.action().parameters()), texts);
        collect(json(context.extras()), texts);
        return texts;
    }

    private static void collect(Object value, List<String> texts) {
        switch (value) {
            case String text -> texts.add(text);
            case Map<?, ?> map -> map.values().forEach(inner -> collect(inner, texts));
            case List<?> list -> list.forEach(inner -> collect(inner, texts));
            default -> {}
        }
    }

    private static Object json(Attributes attributes) {
        return json((Object) attributes.values());
    }

    private static Object json(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(key, json(inner)));
                yield copy;
            }
            case List<?> list -> list.stream().map(CelOracle::json).toList();
            default -> value;
        };
    }

    private static void put(Map<String, Object> fields, String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present));
    }

    private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
        if (value.isPresent()) {
            fields.put(name, value.getAsDouble());
        }
    }

    private static <E extends Enum<E>> CelFunctionBinding rank(String name, Class<E> type) {
        ImmutableList<String> labels =
                Arrays.stream(type.getEnumConstants())
                        .map(Labels::of)
                        .collect(ImmutableList.toImmutableList());
        return CelFunctionBinding.from(
                name + "_string_string", String.class, String.class, new AtLeast(labels)::test);
    }

    @Immutable
    private record AtLeast(ImmutableList<String> labels) {
        boolean test(String rank, String least) {
            if (!labels.contains(rank)) {
                throw new IllegalArgumentException("unknown rank " + rank);
            }
            return labels.indexOf(rank) >= labels.indexOf(least);
        }
    }
}
