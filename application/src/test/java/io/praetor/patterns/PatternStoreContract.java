package io.praetor.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.patterns.Pattern.Standing;
import io.praetor.patterns.Pattern.State;
import io.praetor.testing.Chance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of patterns does. */
public abstract class PatternStoreContract {
    /** Empty, or what was kept in it before, where the store outlives its closing. */
    protected abstract PatternStore open();

    private static final Pattern ONE = PatternSamples.pattern(new Chance(1));
    private static final Pattern OTHER = PatternSamples.pattern(new Chance(2));

    private static Pattern suspended(Pattern pattern) {
        return pattern.under(
                new Standing(
                        State.SUSPENDED,
                        Instant.parse("2026-04-01T08:00:00Z"),
                        "review 7",
                        "a reviewer decided deny",
                        Optional.of(Instant.parse("2026-04-01T08:00:00Z"))));
    }

    @Test
    void aNewStoreIsEmpty() {
        PatternStore store = open();
        assertThat(store.all()).isEmpty();
        assertThat(store.reviewsRead()).isZero();
        assertThat(store.changes()).isZero();
        assertThat(store.history(ONE.id())).isEmpty();
    }

    @Test
    void whatIsKeptComesBackEqualAndTheNewestCounts() {
        PatternStore store = open();
        store.keep(List.of(ONE, OTHER), 3);
        store.keep(List.of(suspended(ONE)), 4);
        assertThat(store.all()).containsExactlyInAnyOrder(suspended(ONE), OTHER);
        assertThat(store.history(ONE.id())).containsExactly(ONE, suspended(ONE));
        assertThat(store.reviewsRead()).isEqualTo(4);
    }

    @Test
    void everythingThatIsKeptShowsInTheChanges() {
        PatternStore store = open();
        store.keep(List.of(ONE), 1);
        long before = store.changes();
        store.keep(List.of(), 2);
        assertThat(store.changes()).isEqualTo(before);
        store.keep(List.of(OTHER), 2);
        assertThat(store.changes()).isGreaterThan(before);
    }

    @Test
    void theStartOfAnIdFindsItsPatternWhereItIsTheOnlyOne() {
        PatternStore store = open();
        store.keep(List.of(ONE, OTHER), 0);
        assertThat(store.find(ONE.id().value().substring(0, 8))).contains(ONE);
        assertThat(store.find("")).isEmpty();
        assertThat(store.find("nothing")).isEmpty();
    }
}
