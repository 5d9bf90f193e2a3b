package io.praetor.suite;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.situation.Admission;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.dialect.SituationReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request and what is right for it; the schema {@code scenario.schema.json} says it in full.
 *
 * @param id unique in a run
 * @param acceptable decisions that also count as right
 * @param isRefused whether the door must refuse the request
 * @param clauses what a right decision rests on; empty where the scenario does not say
 * @param elements phrases whose sense a good explanation covers
 * @param isHighRisk whether a wrong allow here counts as one on high risk
 */
public record Scenario(
        String id,
        String title,
        Request request,
        Effect expected,
        Set<Effect> acceptable,
        boolean isRefused,
        List<ClauseId> clauses,
        List<String> elements,
        Optional<Kind> kind,
        Optional<Difficulty> difficulty,
        Optional<RiskLevel> tier,
        boolean isHighRisk,
        List<String> tags) {
    public Scenario {
        acceptable = Set.copyOf(acceptable);
        clauses = List.copyOf(clauses);
        elements = List.copyOf(elements);
        tags = List.copyOf(tags);
    }

    /** Whether {@code effect} is the expected decision or an acceptable one. */
    public boolean isRight(Effect effect) {
        return effect == expected || acceptable.contains(effect);
    }

    /** The request as the scenario gives it, not yet admitted. */
    public sealed interface Request {
        /** What the door makes of it. */
        default Admission admit(SituationReader door, Instant receivedAt) {
            return switch (this) {
                case Parsed parsed -> door.read(parsed.object(), receivedAt);
                case Text text ->
                        door.read(text.json().getBytes(StandardCharsets.UTF_8), receivedAt);
            };
        }

        /** An object in any dialect, as it stands in the file: numbers may be out of range. */
        record Parsed(Map<String, @Nullable Object> object) implements Request {
            public Parsed {
                object = Collections.unmodifiableMap(new LinkedHashMap<>(object));
            }
        }

        /** The JSON text exactly as sent. */
        record Text(String json) implements Request {}
    }
}
