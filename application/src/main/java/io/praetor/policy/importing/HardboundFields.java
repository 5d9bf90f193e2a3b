package io.praetor.policy.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that a Hardbound condition may test, and where a condition of ours finds them. */
final class HardboundFields {
    /** What may be asked of a field. */
    enum FieldType {
        TEXT,
        NUMBER,
        LEVEL
    }

    /**
     * @param input the dotted name in CEL
     */
    record Field(String input, FieldType type) {}

    static final Field ACTION_TYPE = new Field("action.type", FieldType.TEXT);

    private static final Map<String, Field> FIELDS = fields();

    private HardboundFields() {}

    static Optional<Field> named(String name) {
        return Optional.ofNullable(FIELDS.get(name));
    }

    static Collection<String> names() {
        return FIELDS.keySet();
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("action.type", ACTION_TYPE);
        fields.put("action.target", new Field("resource.id", FieldType.TEXT));
        for (String prefix : List.of("t3.", "trust.", "trustState.")) {
            dimension(fields, prefix, "competence", "talent");
            dimension(fields, prefix, "reliability", "training");
            dimension(fields, prefix, "integrity", "temperament");
        }
        for (String prefix : List.of("coherence.", "coherenceState.")) {
            fields.put(prefix + "d9Score", new Field("context.d9_score", FieldType.NUMBER));
            fields.put(
                    prefix + "selfReferenceRate",
                    new Field("context.self_reference_rate", FieldType.NUMBER));
            fields.put(prefix + "couplingState", new Field("context.coupling", FieldType.TEXT));
        }
        fields.put("identity.level", new Field("actor.identity.level", FieldType.LEVEL));
        fields.put("identity.coherence", new Field("actor.identity.coherence", FieldType.NUMBER));
        fields.put("identity.trend", new Field("actor.identity.trend", FieldType.TEXT));
        return fields;
    }

    private static void dimension(
            Map<String, Field> fields, String prefix, String name, String alias) {
        Field field = new Field("actor.trust." + name, FieldType.NUMBER);
        fields.put(prefix + name, field);
        fields.put(prefix + alias, field);
    }
}
