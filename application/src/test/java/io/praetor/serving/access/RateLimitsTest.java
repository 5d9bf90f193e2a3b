package io.praetor.serving.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.serving.settings.Rate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500 * MILLI);
    private final RateLimits limits = new RateLimits(new Rate(10, 3), now::get);

    @Test
    void aBurstPassesAndTheNextWaitsForItsTurn() {
        assertThat(limits.take("a")).isZero();
        assertThat(limits.take("a")).isZero();
        assertThat(limits.take("a")).isZero();
        assertThat(limits.take("a")).isEqualTo(100 * MILLI);
    }

    @Test
    void timeGivesTheRateBackAndNoMoreThanTheBurst() {
        for (int taken = 0; taken < 3; taken++) {
            limits.take("a");
        }
        now.addAndGet(100 * MILLI);
        assertThat(limits.take("a")).isZero();
        assertThat(limits.take("a")).isEqualTo(100 * MILLI);

        now.addAndGet(10_000 * MILLI);
        for (int taken = 0; taken < 3; taken++) {
            assertThat(limits.take("a")).isZero();
        }
        assertThat(limits.take("a")).isPositive();
    }

    @Test
    void oneClientDoesNotSpendAnothersShare() {
        for (int taken = 0; taken < 4; taken++) {
            limits.take("a");
        }
        assertThat(limits.take("a")).isPositive();
        assertThat(limits.take("b")).isZero();
    }

    @Test
    void clientsBeyondTheLimitAreForgottenOldestFirst() {
        for (int taken = 0; taken < 4; taken++) {
            limits.take("first");
        }
        for (int client = 0; client < 5_000; client++) {
            limits.take("client-" + client);
        }
        assertThat(limits.take("first")).isZero();
    }
}
