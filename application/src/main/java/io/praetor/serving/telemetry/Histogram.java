package io.praetor.serving.telemetry;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How long events took, counted by upper bounds. Thread-safe. */
public final class Histogram implements Series {
    /**
     * Upper bounds in microseconds. A decision by rules takes some ten of them, a recorded one some
     * hundred; the alert thresholds of seed 002 (5, 10, 15 s) are bounds, so that a rule can count
     * what is above them.
     */
    private static final List<Long> BOUNDS_MICROS =
            List.of(
                    50L,
                    100L,
                    250L,
                    500L,
                    1_000L,
                    2_500L,
                    5_000L,
                    10_000L,
                    25_000L,
                    50_000L,
                    100_000L,
                    250_000L,
                    500_000L,
                    1_000_000L,
                    2_500_000L,
                    5_000_000L,
                    10_000_000L,
                    15_000_000L);

    private static final long NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;

    private final LongAdder[] buckets = new LongAdder[BOUNDS_MICROS.size() + 1];
    private final LongAdder sumNanos = new LongAdder();
    private final boolean saidWhenZero;

    Histogram(boolean saidWhenZero) {
        this.saidWhenZero = saidWhenZero;
        for (int index = 0; index < buckets.length; index++) {
            buckets[index] = new LongAdder();
        }
    }

    public void observe(long nanos) {
        int index = 0;
        while (index < BOUNDS_MICROS.size() && nanos > BOUNDS_MICROS.get(index) * NANOS_PER_MICRO) {
            index++;
        }
        buckets[index].increment();
        sumNanos.add(nanos);
    }

    @Override
    public boolean isWorthSaying() {
        return saidWhenZero || sumNanos.sum() > 0;
    }

    @Override
    public void writeTo(StringBuilder text, String name, Labels labels) {
        long below = 0;
        for (int index = 0; index < buckets.length; index++) {
            below += buckets[index].sum();
            String bound =
                    index < BOUNDS_MICROS.size()
                            ? Double.toString(BOUNDS_MICROS.get(index) / MICROS_PER_SECOND)
                            : "+Inf";
            sample(text, name + "_bucket", labels.and("le", bound), Long.toString(below));
        }
        sample(text, name + "_sum", labels, Double.toString(sumNanos.sum() / NANOS_PER_SECOND));
        sample(text, name + "_count", labels, Long.toString(below));
    }

    private static void sample(StringBuilder text, String name, Labels labels, String value) {
        text.append(name).append(labels.braced()).append(' ').append(value).append('\n');
    }
}
