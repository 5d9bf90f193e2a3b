package io.praetor.adapters.memory;

import io.praetor.decision.CounterSource;
import io.praetor.policy.CounterRule;
import io.praetor.situation.Situation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Counts of released actions in memory, exact within a window. Time is this machine's, not the
 * request's, so that a caller cannot date itself out of a limit. Thread-safe.
 *
 * <p>When {@link #KEYS_MAX} is reached a count of a new key is not to be had, and a rule that needs
 * it is Indeterminate: a limit is never lifted by forgetting.
 */
public final class SlidingCounters implements CounterSource {
    /** How many actors, groups and teams are kept over all counters: some 20 MB when full. */
    static final int KEYS_MAX = 100_000;

    /** How many events one key remembers; a count stops there, above any sensible limit. */
    static final int EVENTS_MAX = 10_000;

    private record Key(CounterRule counter, String counted) {}

    private final InstantSource clock;
    private final Map<Key, ArrayDeque<Instant>> events = new HashMap<>();

    /**
     * Releases before this instant may be unknown; a window that reaches back further has no count.
     */
    private Instant knownSince = Instant.MIN;

    public SlidingCounters(InstantSource clock) {
        this.clock = clock;
    }

    /** Says that releases before {@code instant} were not looked up. */
    public synchronized void knownOnlySince(Instant instant) {
        knownSince = instant;
    }

    @Override
    public synchronized OptionalLong count(CounterRule counter, Situation situation) {
        if (clock.instant().minus(counter.window()).isBefore(knownSince)) {
            return OptionalLong.empty();
        }
        ArrayDeque<Instant> kept = events.get(keyOf(counter, situation));
        if (kept == null) {
            return isFull() ? OptionalLong.empty() : OptionalLong.of(0);
        }
        forget(kept, counter);
        return OptionalLong.of(kept.size());
    }

    @Override
    public synchronized void released(CounterRule counter, Situation situation) {
        releasedAt(counter, situation, clock.instant());
    }

    /** Takes note of a release in the past, such as one found in the log at start. */
    public synchronized void releasedAt(CounterRule counter, Situation situation, Instant at) {
        Key key = keyOf(counter, situation);
        if (!events.containsKey(key) && isFull()) {
            return;
        }
        ArrayDeque<Instant> kept = events.computeIfAbsent(key, _ -> new ArrayDeque<>());
        kept.addLast(at);
        if (kept.size() > EVENTS_MAX) {
            kept.removeFirst();
        }
        forget(kept, counter);
    }

    /** True when no key can be added, even after keys whose window is empty have gone. */
    private boolean isFull() {
        if (events.size() < KEYS_MAX) {
            return false;
        }
        events.forEach((key, kept) -> forget(kept, key.counter()));
        events.values().removeIf(ArrayDeque::isEmpty);
        return events.size() >= KEYS_MAX;
    }

    private void forget(ArrayDeque<Instant> kept, CounterRule counter) {
        Instant start = clock.instant().minus(counter.window());
        while (!kept.isEmpty() && kept.peekFirst().isBefore(start)) {
            kept.removeFirst();
        }
    }

    private static Key keyOf(CounterRule counter, Situation situation) {
        String actor = "actor " + situation.actor().id();
        String counted =
                switch (counter.per()) {
                    case ACTOR -> actor;
                    case GROUP ->
                            situation
                                    .context()
                                    .signals()
                                    .text("coordination_group")
                                    .map(group -> "group " + group)
                                    .orElse(actor);
                    case TEAM -> "team " + situation.context().team().orElse("");
                };
        return new Key(counter, counted);
    }
}
