package io.praetor.governance.selection;

import io.praetor.situation.Awareness;
import io.praetor.situation.MetaContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code context.meta}: coherence, spread, entropy_change, max_potency, affective_load,
 * awareness, at. A part that is missing or garbled is unknown, never assumed.
 */
public final class MetaContexts {
    private MetaContexts() {}

    /**
     * @param meta the object that was sent, or nothing
     */
    public static MetaContext of(@Nullable Object meta) {
        if (!(meta instanceof Map<?, ?> parts)) {
            return MetaContext.UNKNOWN;
        }
        return new MetaContext(
                number(parts, "coherence", 0),
                number(parts, "spread", 0),
                number(parts, "entropy_change", -1),
                number(parts, "max_potency", 0),
                number(parts, "affective_load", 0),
                awareness(parts.get("awareness")),
                at(parts.get("at")));
    }

    private static OptionalDouble number(Map<?, ?> parts, String name, double lowest) {
        return parts.get(name) instanceof Number number
                        && number.doubleValue() >= lowest
                        && number.doubleValue() <= 1
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private static Optional<Awareness> awareness(@Nullable Object said) {
        for (Awareness known : Awareness.values()) {
            if (said instanceof String text && known.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> at(@Nullable Object said) {
        if (!(said instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
