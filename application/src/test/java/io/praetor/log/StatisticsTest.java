package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.log.Tallies.LatencyKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final long DAY = LocalDate.of(2026, 3, 2).toEpochDay();

    private final Tallies tallies = new Tallies();
    private final Statistics statistics = new Statistics(tallies);

    private void decided(long day, String effect, long records) {
        tallies.add(
                new TallyKey(RecordKind.DECISION, day, "v1", "rules", effect),
                new Tally(records, records, records / 2, 0, 0));
    }

    @Test
    void countsAreByWhateverIsAsked() {
        decided(DAY, "allow", 6);
        decided(DAY + 1, "allow", 2);
        decided(DAY + 1, "deny", 2);
        tallies.add(new TallyKey(RecordKind.REFUSAL, DAY, "", "", ""), new Tally(3, 0, 0, 0, 0));
        assertThat(statistics.byKind()).isEqualTo(Map.of("decision", 10L, "refusal", 3L));
        assertThat(statistics.byEffect()).isEqualTo(Map.of("allow", 8L, "deny", 2L));
        assertThat(statistics.byPath()).isEqualTo(Map.of("rules", 10L));
        assertThat(statistics.byVersion()).isEqualTo(Map.of("v1", 10L));
        assertThat(statistics.byDay())
                .isEqualTo(
                        Map.of(LocalDate.ofEpochDay(DAY), 6L, LocalDate.ofEpochDay(DAY + 1), 4L));
        assertThat(statistics.agreement()).hasValue(.5);
        assertThat(statistics.coverage()).isEmpty();
    }

    @Test
    void nothingIsKnownOfNothing() {
        assertThat(statistics.agreement()).isEqualTo(OptionalDouble.empty());
        assertThat(statistics.latencyMicros("", .5)).isEqualTo(OptionalLong.empty());
        assertThat(statistics.shift(7)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void theShiftIsTheTotalVariationDistance() {
        decided(DAY - 10, "allow", 90);
        decided(DAY - 10, "deny", 10);
        assertThat(statistics.shift(7)).isEmpty();
        decided(DAY, "allow", 5);
        decided(DAY, "require_mfa", 5);
        assertThat(statistics.shift(7).orElse(-1))
                .isCloseTo(.5, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void percentilesAreWithinAnEighthOfTheTruth() {
        SplittableRandom random = new SplittableRandom(1);
        List<Long> micros = random.longs(5000, 1, 2_000_000).sorted().boxed().toList();
        micros.forEach(
                value -> tallies.add(new LatencyKey(DAY, "rules", LatencyBuckets.of(value)), 1));
        for (double share : List.of(.01, .5, .95, .99, 1.0)) {
            long exact = micros.get((int) Math.ceil(share * micros.size()) - 1);
            assertThat(statistics.latencyMicros("rules", share).orElse(-1))
                    .isBetween(exact, exact + exact / 8);
        }
        assertThat(statistics.latencyMicros("pattern", .5)).isEmpty();
    }
}
