package io.praetor.serving.decide;

import io.praetor.situation.Refusal;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code /v1/decide}: one request, or a batch of them. */
sealed interface DecideBody {
    String REQUESTS = "requests";

    /** What marks a single request of each dialect, which may have parameters of any name. */
    Set<String> MARKS = Set.of("action_type", "actorId", "subject");

    /** One request, for the door to read. */
    record Single() implements DecideBody {}

    /**
     * @param items each for the door to read; what is no object is refused there
     */
    record Batch(List<?> items) implements DecideBody {}

    /** A batch that cannot be taken apart. */
    record Malformed(List<Refusal> refusals) implements DecideBody {
        public Malformed {
            refusals = List.copyOf(refusals);
        }
    }

    /** Tells a batch from a single request: an array, or an object with {@code requests}. */
    static DecideBody read(byte[] body, int itemsMax) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (text.stripLeading().startsWith("[")) {
            String wrapped = "{\"" + REQUESTS + "\":" + text + "}";
            return batch(wrapped.getBytes(StandardCharsets.ISO_8859_1), itemsMax);
        }
        return text.contains("\"" + REQUESTS + "\"") ? batch(body, itemsMax) : new Single();
    }

    private static DecideBody batch(byte[] body, int itemsMax) {
        return switch (StrictJson.read(body, DoorLimits.batch(body.length))) {
            case JsonReading.Malformed malformed -> new Malformed(malformed.refusals());
            case JsonReading.Parsed parsed -> {
                Map<String, @Nullable Object> object = parsed.object().values();
                boolean isBatch =
                        object.containsKey(REQUESTS)
                                && Collections.disjoint(object.keySet(), MARKS);
                yield isBatch ? items(object.get(REQUESTS), itemsMax) : new Single();
            }
        };
    }

    private static DecideBody items(@Nullable Object requests, int itemsMax) {
        if (!(requests instanceof List<?> items)) {
            return malformed("is not a list");
        }
        if (items.isEmpty() || items.size() > itemsMax) {
            return malformed("has %d items, expected 1 to %d".formatted(items.size(), itemsMax));
        }
        return new Batch(items);
    }

    private static DecideBody malformed(String reason) {
        return new Malformed(List.of(new Refusal(REQUESTS, reason)));
    }
}
