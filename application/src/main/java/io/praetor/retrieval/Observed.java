package io.praetor.retrieval;

import io.praetor.policy.Effect;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What the log tells of an actor.
 *
 * @param last the latest decisions, newest first, at most {@link #DECISIONS_MAX}
 * @param overrideRate share of these decisions' reviews that corrected them; absent where none was
 *     reviewed
 */
public record Observed(List<PastDecision> last, OptionalDouble overrideRate) {
    /** The design's bound on what a reasoner is shown of an actor. */
    public static final int DECISIONS_MAX = 20;

    public static final Observed NOTHING = new Observed(List.of(), OptionalDouble.empty());

    public Observed {
        last = List.copyOf(last);
        if (last.size() > DECISIONS_MAX) {
            throw new IllegalArgumentException("more past decisions than a reasoner is shown");
        }
    }

    /** Ids of the records that were looked at. */
    public List<String> ids() {
        return last.stream().map(PastDecision::id).toList();
    }

    /** The resources acted on, the most frequent first, then by id; unnamed ones are left out. */
    public List<String> usualResources() {
        List<String> named =
                last.stream().map(PastDecision::resource).filter(id -> !id.isEmpty()).toList();
        return mostFrequent(named);
    }

    /** The hours of the day, 0 to 23, in which the actor acted, the most frequent first. */
    public List<Integer> usualHours(ZoneId zone) {
        List<Integer> hours = last.stream().map(past -> past.at().atZone(zone).getHour()).toList();
        return mostFrequent(hours);
    }

    private static <T extends Comparable<T>> List<T> mostFrequent(List<T> values) {
        Map<T, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * @param id of its record
     * @param at the instant of the request
     */
    public record PastDecision(
            String id, Instant at, String action, String resource, Effect effect) {}
}
