package io.praetor.governance;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Target;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.VersionState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The records of governance as JSON text, for adapters that keep text. Thread-safe. */
public final class GovernanceJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule("governance")
                                    .addKeyDeserializer(VersionId.class, new VersionKey()))
                    .addMixIn(VersionState.class, Kinds.class)
                    .addMixIn(Target.class, Kinds.class)
                    .addMixIn(Initiator.class, Kinds.class)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultVisibility(
                            visible ->
                                    visible.withGetterVisibility(Visibility.NONE)
                                            .withIsGetterVisibility(Visibility.NONE)
                                            .withFieldVisibility(Visibility.ANY))
                    .build();

    private GovernanceJson() {}

    /** Which case of a sealed interface a value is, by its simple name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "case")
    private interface Kinds {}

    private static final class VersionKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return new VersionId(key);
        }
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * @throws IllegalArgumentException where the text is none of ours
     */
    public static <T> T value(String text, Class<T> type) {
        JavaType of = MAPPER.constructType(type);
        try {
            return MAPPER.readValue(text, of);
        } catch (JacksonException garbled) {
            throw new IllegalArgumentException(
                    "stored %s cannot be read: %s"
                            .formatted(type.getSimpleName(), garbled.getOriginalMessage()),
                    garbled);
        }
    }
}
