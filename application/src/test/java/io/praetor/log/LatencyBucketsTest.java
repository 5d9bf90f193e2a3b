package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyBucketsTest {
    @Test
    void bucketsFollowOneAnotherWithoutGapOrOverlap() {
        long expected = 0;
        for (int bucket = 0; bucket < LatencyBuckets.of(Long.MAX_VALUE); bucket++) {
            long highest = LatencyBuckets.highest(bucket);
            assertThat(LatencyBuckets.of(expected)).isEqualTo(bucket);
            assertThat(LatencyBuckets.of(highest)).isEqualTo(bucket);
            expected = highest + 1;
        }
    }

    @Test
    void aValueIsKnownWithinAnEighth() {
        for (long micros = 1; micros < 10_000_000; micros += 1 + micros / 7) {
            long highest = LatencyBuckets.highest(LatencyBuckets.of(micros));
            assertThat(highest).isBetween(micros, micros + micros / 8);
        }
    }

    @Test
    void aClockThatWentBackwardsCountsAsZero() {
        assertThat(LatencyBuckets.of(-5)).isZero();
    }
}
