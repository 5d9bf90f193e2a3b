package io.praetor.log;

/**
 * Buckets of a histogram of microseconds: exact below 16, then eight a doubling, so that a value is
 * known within an eighth.
 */
final class LatencyBuckets {
    private static final long EXACT = 16;
    private static final int EXACT_BITS = 4;
    private static final int STEPS = 8;
    private static final int STEP_BITS = 3;

    private LatencyBuckets() {}

    static int of(long micros) {
        if (micros < EXACT) {
            return (int) Math.max(0, micros);
        }
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
        int step = (int) (micros >>> (bits - STEP_BITS)) & (STEPS - 1);
        return (int) EXACT + (bits - EXACT_BITS) * STEPS + step;
    }

    /** The largest number of microseconds that falls into the bucket. */
    static long highest(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int bits = EXACT_BITS + (int) (bucket - EXACT) / STEPS;
        long step = (bucket - EXACT) % STEPS;
        long width = 1L << (bits - STEP_BITS);
        return (1L << bits) + (step + 1) * width - 1;
    }
}
