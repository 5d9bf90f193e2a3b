package io.praetor.decision;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then a 12-bit counter, then 62 random
 * bits. Ids of one source ascend, also within a millisecond and when the clock steps back.
 * Thread-safe.
 */
public final class TimeOrderedIds implements Supplier<DecisionId> {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int VARIANT_BITS = 2;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** Milliseconds and counter of the last id, as one number. */
    private long last;

    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized DecisionId get() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        long high = (last >>> COUNTER_BITS << 16) | VERSION | (last & COUNTER_MASK);
        long low = VARIANT | (random.nextLong() >>> VARIANT_BITS);
        return new DecisionId(new UUID(high, low));
    }
}
