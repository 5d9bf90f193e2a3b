package io.praetor.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import io.praetor.situation.ActorKind;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.CouplingState;
import io.praetor.situation.Environment;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Trend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a condition can see of a situation: the variables, their types and the fields of each type.
 *
 * <p>A field that may be absent is then a missing field: {@code has} is false, reading it an error.
 */
public final class SituationTypes {
    private static final CelType NUMBER = SimpleType.DOUBLE;
    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    private static final CelType JSON = MapType.create(SimpleType.STRING, SimpleType.DYN);

    /** The variables by name. */
    public static final Map<String, CelType> VARIABLES =
            Map.of(
                    "actor", struct("actor"),
                    "action", struct("action"),
                    "resource", struct("resource"),
                    "context", struct("context"),
                    "at", SimpleType.TIMESTAMP,
                    "prose", TEXTS);

    private static final Map<String, Map<String, Field>> STRUCTS =
            Map.ofEntries(
                    define(
                            "trust",
                            number("competence"),
                            number("reliability"),
                            number("integrity")),
                    define(
                            "identity",
                            words("level", IdentityLevel.class),
                            number("coherence"),
                            words("trend", Trend.class)),
                    define(
                            "actor",
                            text("id"),
                            words("kind", ActorKind.class),
                            text("role"),
                            field("trust", struct("trust")),
                            field("identity", struct("identity")),
                            number("atp"),
                            field("properties", JSON)),
                    define(
                            "action",
                            text("type"),
                            text("family"),
                            field("parameters", JSON),
                            text("description")),
                    define(
                            "resource",
                            text("id"),
                            text("scheme"),
                            text("name"),
                            words("environment", Environment.class),
                            field("properties", JSON)),
                    define(
                            "approval",
                            text("by"),
                            text("role"),
                            words("kind", ApprovalKind.class),
                            field("at", SimpleType.TIMESTAMP)),
                    define(
                            "context",
                            text("team"),
                            text("norms"),
                            field("history", TEXTS),
                            text("intent"),
                            words("risk", RiskLevel.class),
                            text("incident"),
                            text("approval_pending"),
                            text("session"),
                            field("signals", JSON),
                            number("d9_score"),
                            number("self_reference_rate"),
                            words("coupling", CouplingState.class),
                            field("approvals", ListType.create(struct("approval"))),
                            field("mfa", SimpleType.BOOL),
                            field("counters", JSON),
                            field("extras", JSON),
                            field("off_hours", SimpleType.BOOL)));

    private SituationTypes() {}

    /**
     * One field of a type.
     *
     * @param words the only texts it can be; empty where it is open
     */
    public record Field(String name, CelType type, List<String> words) {
        public Field {
            words = List.copyOf(words);
        }
    }

    /** The names of our types, such as {@code situation.actor}. */
    public static List<String> names() {
        return STRUCTS.keySet().stream().sorted().toList();
    }

    /** The fields, by name, of the type with that name; none for a type that is not ours. */
    public static Map<String, Field> fieldsOf(String type) {
        return STRUCTS.getOrDefault(type, Map.of());
    }

    static CelTypeProvider provider() {
        return new Provider(
                names().stream()
                        .map(SituationTypes::structType)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The spellings of an enum's constants, in their order. */
    static <E extends Enum<E>> List<String> labels(Class<E> type) {
        return List.of(type.getEnumConstants()).stream().map(Labels::of).toList();
    }

    private static CelType structType(String name) {
        ImmutableMap.Builder<String, CelType> builder = ImmutableMap.builder();
        fieldsOf(name).values().forEach(field -> builder.put(field.name(), field.type()));
        ImmutableMap<String, CelType> types = builder.buildOrThrow();
        return StructType.create(
                name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    private static Map.Entry<String, Map<String, Field>> define(String name, Field... fields) {
        Map<String, Field> byName = LinkedHashMap.newLinkedHashMap(fields.length);
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        return Map.entry(struct(name).name(), Map.copyOf(byName));
    }

    private static StructTypeReference struct(String name) {
        return StructTypeReference.create("situation." + name);
    }

    private static Field field(String name, CelType type) {
        return new Field(name, type, List.of());
    }

    private static Field text(String name) {
        return field(name, SimpleType.STRING);
    }

    private static Field number(String name) {
        return field(name, NUMBER);
    }

    private static <E extends Enum<E>> Field words(String name, Class<E> type) {
        return new Field(name, SimpleType.STRING, labels(type));
    }

    private record Provider(ImmutableList<CelType> types) implements CelTypeProvider {
        @Override
        public Optional<CelType> findType(String name) {
            return types.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
